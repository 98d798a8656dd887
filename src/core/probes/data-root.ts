import { daemonRootOf } from '../ask/daemon-root.ts';
import { groundFacts, isUnknown } from '../ask/ground.ts';
import { ask, askEach, type Inquiry } from '../ask/inquiry.ts';
import { passageTo } from '../ask/passage.ts';
import { remappedRoot } from '../ask/remap.ts';
import type { Scene } from '../ask/scene.ts';
import { dataRootOf } from '../ask/settings.ts';
import { tornFiles } from '../ask/state-files.ts';
import { boltHead, isBolt } from '../parse/bolt.ts';
import type { Answer, Names, Scalar } from '../types.ts';
import type { ProbeKind } from './kind.ts';

type Facts = Readonly<Record<string, Scalar>>;

function* placeFacts(path: string): Inquiry<Facts> {
  const target = yield* ask({ read: 'stat', path });
  if (!target.known) return {};
  if (target.exists) return { exists: true, dangling: false, type: target.type, mode: target.mode };
  const link = yield* ask({ read: 'stat', path, link: true });
  return { exists: false, ...(link.known && { dangling: link.exists }) };
}

/** Only a remapped root needs to be let through. */
function* passageFacts(root: string, scene: Scene): Inquiry<Facts> {
  const user = yield* remappedRoot(scene);
  if (user === undefined) return {};
  const { open, blocked } = yield* passageTo(root, user);
  return { ...(open !== undefined && { traversable: open }), ...(blocked !== undefined && { blocked }) };
}

/** vfs does not count: dockerd passes it over (scanPriorDrivers of daemon/graphdriver/driver.go). */
const drivers = ['aufs', 'btrfs', 'devicemapper', 'fuse-overlayfs', 'overlay', 'overlay2', 'zfs'];

function* driverFacts(root: string): Inquiry<Facts> {
  const lists = yield* askEach(drivers.map((name) => ({ read: 'names', path: `${root}/${name}` }) as const));
  if (lists.some((list) => !list.known)) return {};
  const used = drivers.filter((_, index) => {
    const list = lists[index];
    return list?.known === true && list.exists && (list as Names).names.length > 0;
  });
  return { drivers: used.length, 'driver-names': used.join(' ') };
}

/** libnetwork's memory, a bolt database. */
function* networkFact(root: string): Inquiry<Facts> {
  const reply = yield* ask({ read: 'text', path: `${root}/network/files/local-kv.db`, bytes: boltHead });
  if (!reply.known || !reply.exists || reply.text.includes('\uFFFD')) return {};
  return { 'network-db-valid': isBolt(reply.text) };
}

function* stateFacts(scene: Scene): Inquiry<Facts> {
  const root = yield* daemonRootOf(scene);
  if (typeof root !== 'string') return {};
  const torn = yield* tornFiles(root);
  return {
    ...(yield* passageFacts(root, scene)),
    ...(yield* driverFacts(root)),
    ...(yield* networkFact(root)),
    ...(torn !== undefined && { 'truncated-json': torn }),
  };
}

function* inquire(_query: unknown, scene: Scene): Inquiry<Answer> {
  const path = yield* dataRootOf(scene);
  if (typeof path !== 'string') return path;
  const ground = yield* groundFacts(path);
  return {
    known: true,
    facts: {
      path,
      ...(isUnknown(ground) ? {} : ground),
      ...(yield* placeFacts(path)),
      ...(yield* stateFacts(scene)),
    },
  };
}

export const dataRoot: ProbeKind = {
  ask: 'data-root',
  about: 'the data-root that this daemon uses, the file system below it, and what lies in it',
  params: {},
  facts: {
    path: 'text',
    exists: 'boolean',
    dangling: 'boolean',
    type: 'text',
    mode: 'text',
    traversable: 'boolean',
    blocked: 'text',
    fstype: 'text',
    options: 'text',
    'read-only': 'boolean',
    noexec: 'boolean',
    nosuid: 'boolean',
    'free-bytes': 'number',
    'used-percent': 'number',
    'free-inodes': 'number',
    'd-type': 'boolean',
    pquota: 'boolean',
    drivers: 'number',
    'driver-names': 'text',
    'network-db-valid': 'boolean',
    'truncated-json': 'number',
  },
  command: () => 'sudo ls -la "$(docker info -f {{.DockerRootDir}} 2>/dev/null || echo /var/lib/docker)"',
  inquire,
};
