import { accountOf } from '../ask/account.ts';
import { ask, type Inquiry } from '../ask/inquiry.ts';
import { isAbsolute } from '../ask/path.ts';
import type { Scene } from '../ask/scene.ts';
import type { Answer, Caller, Scalar } from '../types.ts';
import type { ProbeKind } from './kind.ts';

type Facts = Readonly<Record<string, Scalar>>;

interface Group {
  readonly id: number;
  readonly members: readonly string[];
}

/** The group that may open the socket: the one it belongs to (dockerd --group), else docker. */
function* socketGroup(): Inquiry<Group | 'none' | undefined> {
  const socket = yield* ask({ read: 'stat', path: '/var/run/docker.sock' });
  const key = socket.known && socket.exists && socket.gid !== 0 ? String(socket.gid) : 'docker';
  const found = yield* accountOf('group', key);
  if (!('inFile' in found)) return undefined;
  return found.account ?? 'none';
}

/** By the databases the next session has the group: it is their main one, or they are listed in it. */
function* groupFacts({ uid, name, groups }: Caller): Inquiry<Facts> {
  const group = yield* socketGroup();
  if (group === undefined) return {};
  if (group === 'none') return { 'in-docker-group': false, 'session-has-group': false };
  const session = groups.includes(group.id);
  const own = yield* accountOf('passwd', String(uid));
  const main = 'inFile' in own ? own.account?.group : undefined;
  const listed = group.members.includes(name) || main === group.id;
  return { 'in-docker-group': listed, 'session-has-group': session };
}

/** loginctl enable-linger leaves a file (systemd-logind.service(8)). */
function* lingerFact(name: string): Inquiry<Facts> {
  if (!/^[\w.][\w.-]{0,100}$/.test(name)) return {};
  const folder = yield* ask({ read: 'stat', path: '/run/systemd/system' });
  const file = yield* ask({ read: 'stat', path: `/var/lib/systemd/linger/${name}` });
  return folder.known && folder.exists && file.known ? { linger: file.exists } : {};
}

/** What systemctl --user tries: DBUS_SESSION_BUS_ADDRESS, else the socket in XDG_RUNTIME_DIR. */
function* busFacts(): Inquiry<Facts> {
  const runtime = yield* ask({ read: 'variable', name: 'XDG_RUNTIME_DIR' });
  const bus = yield* ask({ read: 'variable', name: 'DBUS_SESSION_BUS_ADDRESS' });
  if (!runtime.known || !bus.known) return {};
  const folder = runtime.value ?? '';
  const named = /^unix:path=(\/[^,;]{1,200})$/.exec(bus.value ?? '')?.[1];
  const facts = folder === '' ? {} : { 'runtime-dir': folder };
  // an address of another kind can be used by D-Bus alone
  if (named === undefined && (bus.value ?? '') !== '') return facts;
  const paths = [named, folder === '' ? undefined : `${folder}/bus`].filter((path) => path !== undefined);
  for (const path of paths.filter(isAbsolute)) {
    const stat = yield* ask({ read: 'stat', path });
    if (!stat.known) return facts;
    if (stat.exists && stat.type === 'socket') return { ...facts, 'user-bus': true };
  }
  return { ...facts, 'user-bus': false };
}

function* inquire(_query: unknown, _scene: Scene): Inquiry<Answer> {
  const reply = yield* ask({ read: 'caller' });
  if (!reply.known) return reply;
  if (reply.uid === 0) return { known: true, facts: { root: true } };
  const groups = yield* groupFacts(reply);
  const linger = yield* lingerFact(reply.name);
  return { known: true, facts: { root: false, ...groups, ...linger, ...(yield* busFacts()) } };
}

export const caller: ProbeKind = {
  ask: 'caller',
  about: 'who runs docker-why: root, member of the group of docker.sock in the database and in this session',
  params: {},
  facts: {
    root: 'boolean',
    'in-docker-group': 'boolean',
    'session-has-group': 'boolean',
    linger: 'boolean',
    'runtime-dir': 'text',
    'user-bus': 'boolean',
  },
  command: () => 'id; getent group docker; ls -l /var/run/docker.sock',
  inquire,
};
