import { callerHome } from '../ask/home.ts';
import { ask, askEach, type Inquiry } from '../ask/inquiry.ts';
import { arePackages, packagesOf } from '../ask/packages.ts';
import { findProgram, systemFolders } from '../ask/program.ts';
import type { Scene } from '../ask/scene.ts';
import type { Scalar } from '../types.ts';
import type { ProbeKind } from './kind.ts';

/** What holds a daemon; podman-docker only looks like one. */
const engines = ['docker-ce', 'docker.io', 'moby-engine', 'docker-engine', 'docker', 'docker-ee', 'podman-docker'];

const snapUnit = 'snap.docker.dockerd.service';
/** Also where systemd puts the units that it makes of init scripts. */
const unitFolders = [
  '/etc/systemd/system',
  '/run/systemd/system',
  '/usr/local/lib/systemd/system',
  '/usr/lib/systemd/system',
  '/lib/systemd/system',
  '/run/systemd/generator',
  '/run/systemd/generator.late',
];

/** More homes than a host of this kind has. */
const mostHomes = 200;

/** True as soon as one is there; false if none is for sure. */
function* anyThere(paths: readonly string[]): Inquiry<boolean | undefined> {
  const stats = yield* askEach(paths.map((path) => ({ read: 'stat', path }) as const));
  if (stats.some((stat) => stat.known && stat.exists)) return true;
  return stats.every(({ known }) => known) ? false : undefined;
}

function* systemUnit(): Inquiry<string | false | undefined> {
  for (const name of ['docker.service', snapUnit]) {
    const there = yield* anyThere(unitFolders.map((folder) => `${folder}/${name}`));
    if (there === true) return name;
    if (there === undefined) return undefined;
  }
  return false;
}

/** A daemon that is its own package, a static binary or anything with the unit: docker.service may be all that is left. */
function* isInstalled(unit: string | false | undefined): Inquiry<boolean | undefined> {
  if (unit === 'docker.service') return true;
  const daemon = yield* findProgram('dockerd', systemFolders);
  if ('known' in daemon) return undefined;
  if (daemon.path !== undefined) return true;
  return unit === undefined ? undefined : false;
}

function* homes(): Inquiry<readonly string[] | undefined> {
  const own = yield* callerHome();
  const list = yield* ask({ read: 'names', path: '/home' });
  if (!list.known) return undefined;
  const others = list.exists ? list.names.slice(0, mostHomes).map((name) => `/home/${name}`) : [];
  return [...new Set([...(own === undefined ? [] : [own]), ...others])];
}

/** One that runs has its socket in its owner's runtime folder, whoever started it. */
function* runsRootless(): Inquiry<boolean> {
  const list = yield* ask({ read: 'names', path: '/run/user' });
  const owners = list.known && list.exists ? list.names.slice(0, mostHomes) : [];
  return (yield* anyThere(owners.map((uid) => `/run/user/${uid}/docker.sock`))) === true;
}

/** Has anybody a rootless daemon? Homes that may not be looked into leave it open. */
function* isRootless({ rootless }: Scene): Inquiry<boolean | undefined> {
  if (rootless !== undefined || (yield* runsRootless())) return true;
  const all = yield* homes();
  if (all === undefined) return undefined;
  return yield* anyThere(all.map((home) => `${home}/.config/systemd/user/docker.service`));
}

/** Docker Desktop: its folder on Linux, or what it lays into a WSL distribution. */
function* isDesktop(): Inquiry<boolean | undefined> {
  return yield* anyThere(['/opt/docker-desktop', '/mnt/wsl/docker-desktop']);
}

function* packageName(): Inquiry<string | undefined> {
  const packages = yield* packagesOf(engines);
  return arePackages(packages) ? engines.find((name) => packages.has(name)) : undefined;
}

const told = (facts: Readonly<Record<string, Scalar | undefined>>): Record<string, Scalar> =>
  Object.fromEntries(Object.entries(facts).filter((entry): entry is [string, Scalar] => entry[1] !== undefined));

export const engine: ProbeKind = {
  ask: 'engine',
  about:
    'how Docker is installed: `installed` a daemon of the system (package or binary, not the snap), snap, rootless (of anybody), desktop; podman-docker is a package but no engine; `unit` of the system, empty where there is none',
  params: {},
  facts: {
    installed: 'boolean',
    package: 'text',
    snap: 'boolean',
    rootless: 'boolean',
    desktop: 'boolean',
    unit: 'text',
  },
  command: () => 'systemctl list-unit-files "*docker*"; command -v dockerd docker; snap list docker',
  *inquire(_query, scene) {
    const unit = yield* systemUnit();
    const facts = told({
      installed: yield* isInstalled(unit),
      package: yield* packageName(),
      snap: unit === snapUnit ? true : yield* anyThere(['/snap/docker/current', '/var/lib/snapd/snap/docker/current']),
      rootless: yield* isRootless(scene),
      desktop: yield* isDesktop(),
      unit: unit === false ? '' : unit,
    });
    return Object.keys(facts).length > 0 ? { known: true, facts } : { known: false, why: 'denied' };
  },
};
