import type { Change, Stat } from '../types.ts';
import { ask, askEach, type Inquiry } from './inquiry.ts';
import { configPath, type Scene } from './scene.ts';
import { isUnit, property, unitOf } from './unit.ts';

/** What Docker stands on: packages whose change is worth a word. */
const packages =
  /^(?:docker|containerd|moby|runc|iptables|nftables|systemd|uidmap|shadow|linux-image|kernel|podman|snapd)/;

function* filesOf(scene: Scene): Inquiry<readonly string[]> {
  const unit = yield* unitOf('docker.service', scene);
  const own = isUnit(unit)
    ? [property(unit, 'FragmentPath') ?? '', ...(property(unit, 'DropInPaths') ?? '').split(/\s+/)]
    : [];
  const settings = [configPath(scene), '/etc/default/docker', '/etc/sysconfig/docker', '/etc/subuid', '/etc/subgid'];
  return [...settings, ...own].filter((path) => path.startsWith('/'));
}

/** `2026-11-24 10:00:01 upgrade docker.io:amd64 20.10.5 20.10.24`, in the host's own time. */
const dpkgLine = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) (install|upgrade|remove|purge) (\S+?)(?::\S+)? /;

const words: Readonly<Record<string, string>> = {
  install: 'was installed',
  upgrade: 'was upgraded',
  remove: 'was removed',
  purge: 'was removed',
};

/** The offset of the host's clock from UTC, in milliseconds: its local times have no zone. */
function* zoneOf(): Inquiry<number | undefined> {
  const reply = yield* ask({ read: 'output', argv: ['date', '+%z'] });
  const [, sign, hours, minutes] = (reply.known ? /^([+-])(\d\d)(\d\d)/.exec(reply.stdout) : null) ?? [];
  if (sign === undefined) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

function* packageChanges(): Inquiry<readonly Change[]> {
  const log = yield* ask({ read: 'text', path: '/var/log/dpkg.log' });
  if (!log.known || !log.exists) return [];
  const lines = log.text.split('\n').flatMap((line) => {
    const [, day, time, action = '', name = ''] = dpkgLine.exec(line) ?? [];
    return day === undefined || !packages.test(name) ? [] : [{ local: Date.parse(`${day}T${time}Z`), action, name }];
  });
  if (lines.length === 0) return [];
  const zone = yield* zoneOf();
  if (zone === undefined) return [];
  return lines.map(({ local, action, name }) => ({ what: `The package ${name} ${words[action]}`, at: local - zone }));
}

/** btime of proc_stat(5): when this kernel started. */
function* bootOf(): Inquiry<readonly Change[]> {
  const reply = yield* ask({ read: 'text', path: '/proc/stat' });
  const [, seconds] = (reply.known && reply.exists ? /^btime (\d+)$/m.exec(reply.text) : null) ?? [];
  return seconds === undefined ? [] : [{ what: 'The host was started', at: Number(seconds) * 1000 }];
}

/** What was changed on this host that Docker depends on. */
export function* changesOf(scene: Scene): Inquiry<readonly Change[]> {
  const paths = [...new Set(yield* filesOf(scene))];
  const stats = yield* askEach(paths.map((path) => ({ read: 'stat', path }) as const));
  const files = stats.flatMap((stat, index) =>
    stat.known && stat.exists ? [{ what: `${paths[index]} was changed`, at: (stat as Stat).changed }] : [],
  );
  return [...files, ...(yield* packageChanges()), ...(yield* bootOf())];
}
