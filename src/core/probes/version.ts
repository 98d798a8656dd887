import { ask, type Inquiry } from '../ask/inquiry.ts';
import { arePackages, packagesOf } from '../ask/packages.ts';
import { daemonFolders, findProgram, systemFolders } from '../ask/program.ts';
import type { Scene } from '../ask/scene.ts';
import { parseVersion, type Version } from '../parse/version.ts';
import { quoteWord } from '../shell-words.ts';
import type { Answer } from '../types.ts';
import { type ProbeKind, param } from './kind.ts';

interface Source {
  /** Which program is the thing itself, or knows its version. */
  readonly binary: string;
  /** Where the version stands in what `--version` prints. */
  readonly line: RegExp;
  /** The packages that hold it alone, so that their version is its own. */
  readonly packages: readonly string[];
}

const sources: Readonly<Record<string, Source>> = {
  docker: {
    binary: 'docker',
    line: /^Docker version (\S+)/m,
    packages: ['docker-ce-cli', 'docker-cli', 'moby-cli', 'docker.io'],
  },
  dockerd: { binary: 'dockerd', line: /^Docker version (\S+)/m, packages: ['docker-ce', 'docker.io', 'moby-engine'] },
  // `containerd github.com/containerd/containerd v1.6.24 61f9fd8`; Debian leaves the v out, 2.x adds /v2 to the path
  containerd: {
    binary: 'containerd',
    line: /^containerd \S+ (\S+)/m,
    packages: ['containerd.io', 'containerd', 'moby-containerd'],
  },
  runc: { binary: 'runc', line: /^runc version (\S+)/m, packages: ['runc', 'moby-runc'] },
  // runc tells which library it was linked with or has loaded, since 1.0.0-rc93
  libseccomp: { binary: 'runc', line: /^libseccomp: (\S+)/m, packages: [] },
  systemd: { binary: 'systemctl', line: /^systemd (\S+)/m, packages: ['systemd'] },
};

/** systemd has one number: `252`. */
const versionOf = (text: string): Version | undefined => {
  const [, number] = /^v?(\d{1,4})(?![\w.])/.exec(text) ?? [];
  return number === undefined ? parseVersion(text) : { text: number, major: Number(number), minor: 0 };
};

/** The version in a package's: `5:20.10.24~3-0~debian-bookworm`. */
function* fromPackage({ packages }: Source): Inquiry<Version | undefined> {
  const installed = yield* packagesOf(packages);
  if (!arePackages(installed)) return undefined;
  const name = packages.find((one) => installed.has(one));
  return name === undefined ? undefined : versionOf((installed.get(name) ?? '').replace(/^\d+:/, ''));
}

const answer = (path: string | undefined, version: Version | undefined): Answer => ({
  known: true,
  facts: {
    found: true,
    ...(path !== undefined && { path }),
    ...(version !== undefined && { version: version.text, major: version.major, minor: version.minor }),
  },
});

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

function* inquireOf(source: Source, scene: Scene): Inquiry<Answer> {
  const found = yield* findProgram(source.binary, yield* daemonFolders(scene));
  if ('known' in found) return found;
  if (found.path === undefined) {
    // without runc nobody knows whether the library is there
    return source.packages.length === 0 ? { known: false, why: 'absent' } : { known: true, facts: { found: false } };
  }
  // a program is run from the usual folders, and another of that name would be another version
  if (!systemFolders.includes(folderOf(found.path))) return answer(found.path, undefined);
  const reply = yield* ask({ read: 'output', argv: [source.binary, '--version'] });
  if (reply.known) {
    const [, text] = (reply.code === 0 ? source.line.exec(reply.stdout) : null) ?? [];
    if (source.packages.length === 0 && text === undefined) return { known: false, why: 'unreadable' };
    return answer(found.path, text === undefined ? undefined : versionOf(text));
  }
  const version = source.packages.length === 0 ? undefined : yield* fromPackage(source);
  return version === undefined && source.packages.length === 0 ? reply : answer(found.path, version);
}

export const version: ProbeKind = {
  ask: 'version',
  about: `the version of ${Object.keys(sources).join(', ')}; \`major\` and \`minor\` as numbers`,
  params: { program: 'text' },
  facts: { found: 'boolean', path: 'text', version: 'text', major: 'number', minor: 'number' },
  command: (query) => `${quoteWord(sources[param(query, 'program')]?.binary ?? param(query, 'program'))} --version`,
  *inquire(query, scene) {
    const name = param(query, 'program');
    const source = Object.hasOwn(sources, name) ? sources[name] : undefined;
    return source === undefined ? { known: false, why: 'not-asked' } : yield* inquireOf(source, scene);
  },
};
