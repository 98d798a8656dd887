import { textOf } from '../ask/file.ts';
import { ask, type Inquiry } from '../ask/inquiry.ts';
import type { Scene } from '../ask/scene.ts';
import { optionOf, settingsKnown, settingsOf } from '../ask/settings.ts';
import { isController, nameInV1, nameInV2, parseProcCgroups } from '../parse/cgroups.ts';
import { type Mount, parseMountinfo } from '../parse/mounts.ts';
import type { Scalar } from '../types.ts';
import { type ProbeKind, param } from './kind.ts';

type Facts = Record<string, Scalar>;

/** As Docker sees it (containerd/cgroups, Mode): v2 is what has cgroup2 at the root; a mix of both counts as v1. */
const versionOf = (mounts: readonly Mount[]): 1 | 2 | undefined => {
  const root = mounts.findLast(({ path }) => path === '/sys/fs/cgroup');
  if (root?.fstype === 'cgroup2') return 2;
  return mounts.some(({ fstype }) => fstype === 'cgroup') ? 1 : undefined;
};

const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

function* ofV2(controller: string): Inquiry<Facts> {
  const reply = yield* ask({ read: 'text', path: '/sys/fs/cgroup/cgroup.controllers' });
  if (!reply.known || !reply.exists) return {};
  const all = wordsOf(reply.text);
  const name = nameInV2(controller);
  return {
    controllers: all.join(' '),
    ...(isController(controller) && name !== undefined && { enabled: all.includes(name) }),
  };
}

function* ofV1(controller: string, mounts: readonly Mount[]): Inquiry<Facts> {
  const name = nameInV1(controller);
  const mounted = mounts.some(({ fstype, options }) => fstype === 'cgroup' && options.includes(name));
  const all = parseProcCgroups((yield* textOf('/proc/cgroups')) ?? '');
  const enabled = [...all].flatMap(([one, is]) => (is ? [one] : []));
  return {
    ...(all.size > 0 && { controllers: enabled.join(' ') }),
    ...(isController(controller) && { 'controller-mounted': mounted }),
    ...(isController(controller) && all.size > 0 && { enabled: all.get(name) === true }),
  };
}

/** The user whose rootless daemon it is. */
function* userOf({ rootless }: Scene): Inquiry<number | undefined> {
  const [, uid] = /^\/run\/user\/(\d{1,10})$/.exec(rootless?.runtime ?? '') ?? [];
  if (uid !== undefined) return Number(uid);
  const caller = yield* ask({ read: 'caller' });
  return caller.known && caller.uid !== 0 ? caller.uid : undefined;
}

/** What rootless Docker needs to hold containers to all limits (docs.docker.com/engine/security/rootless). */
const wanted = ['cpu', 'cpuset', 'io', 'memory', 'pids'];

/** All of them, or not even those that systemd hands on by itself; what is between is neither. */
function* delegation(scene: Scene): Inquiry<Facts> {
  const uid = yield* userOf(scene);
  if (uid === undefined) return {};
  const folder = `/sys/fs/cgroup/user.slice/user-${uid}.slice/user@${uid}.service`;
  const reply = yield* ask({ read: 'text', path: `${folder}/cgroup.controllers` });
  if (!reply.known || !reply.exists) return {};
  const all = wordsOf(reply.text);
  if (wanted.every((name) => all.includes(name))) return { delegated: true };
  return all.includes('memory') || all.includes('pids') ? {} : { delegated: false };
}

/** `exec-opts: ["native.cgroupdriver=systemd"]`, else systemd on v2 where it runs, since 20.10 (daemon_unix.go, UsingSystemd). */
function* driverOf(scene: Scene, version: 1 | 2 | undefined): Inquiry<Facts> {
  const settings = yield* settingsOf(scene);
  const options = settings.flags?.get('exec-opts')?.join(' ') ?? optionOf(settings, 'exec-opts').value ?? '';
  const [, named] = /native\.cgroupdriver=(\w{1,20})/.exec(options) ?? [];
  if (named !== undefined) return { driver: named };
  if (!settingsKnown(settings) || version === undefined) return {};
  const systemd = yield* ask({ read: 'stat', path: '/run/systemd/system', link: true });
  return systemd.known ? { driver: version === 2 && systemd.exists ? 'systemd' : 'cgroupfs' } : {};
}

export const cgroup: ProbeKind = {
  ask: 'cgroup',
  about:
    'cgroup version; `mounted`: is any hierarchy, `controller-mounted`: is that of the controller (v1); controllers of the kernel as words, `enabled`: is that one among them; `delegated` to the user of a rootless daemon; `driver` of the daemon',
  params: { 'controller?': 'text' },
  facts: {
    version: 'number',
    mounted: 'boolean',
    'controller-mounted': 'boolean',
    controllers: 'text',
    enabled: 'boolean',
    delegated: 'boolean',
    driver: 'text',
  },
  command: () => 'stat -fc %T /sys/fs/cgroup; cat /sys/fs/cgroup/cgroup.controllers /proc/cgroups',
  *inquire(query, scene) {
    const reply = yield* ask({ read: 'text', path: '/proc/self/mountinfo' });
    if (!reply.known) return reply;
    const mounts = reply.exists ? parseMountinfo(reply.text) : [];
    if (mounts.length === 0) return { known: false, why: 'absent' };
    const version = versionOf(mounts);
    const controller = param(query, 'controller').toLowerCase();
    const own = version === 2 ? yield* ofV2(controller) : yield* ofV1(controller, mounts);
    const mounted = mounts.some(({ fstype }) => fstype === 'cgroup' || fstype === 'cgroup2');
    const more = version === 2 ? yield* delegation(scene) : {};
    const driver = yield* driverOf(scene, version);
    return { known: true, facts: { ...(version !== undefined && { version }), mounted, ...own, ...more, ...driver } };
  },
};
