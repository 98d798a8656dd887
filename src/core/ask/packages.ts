import {
  type Packages,
  parseApkInstalled,
  parseDpkgQuery,
  parseDpkgStatus,
  parsePacmanNames,
  parseRpmQuery,
} from '../parse/packages.ts';
import type { Unknown } from '../types.ts';
import { isThere, textOf } from './file.ts';
import { ask, type Inquiry } from './inquiry.ts';

type Query = { readonly argv: readonly string[]; readonly parse: (text: string) => Packages };

const dpkg = (names: readonly string[]): Query => ({
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg fills them in
  argv: ['dpkg-query', '-W', '--showformat=${Package}|${Status}|${Version}\\n', '--', ...names],
  parse: parseDpkgQuery,
});
const rpm = (names: readonly string[]): Query => ({
  argv: ['rpm', '-q', '--qf', '%{NAME} %{VERSION}-%{RELEASE}\\n', '--', ...names],
  parse: parseRpmQuery,
});

/** Both end with a failure where one of the names is not installed, and still tell the others. */
const missing = /no packages found matching|is not installed/;

function* queried({ argv, parse }: Query): Inquiry<Packages | Unknown> {
  const reply = yield* ask({ read: 'output', argv });
  if (!reply.known) return reply;
  const told = reply.code === 0 || missing.test(reply.stdout) || missing.test(reply.stderr);
  return told ? parse(reply.stdout) : { known: false, why: 'unreadable' };
}

/** A host reads at most 1 MiB of a file: in one that is longer, what is not found may still be there. */
const whole = 1024 * 1024;

function* fromStatus(names: readonly string[]): Inquiry<Packages | Unknown> {
  const stat = yield* ask({ read: 'stat', path: '/var/lib/dpkg/status' });
  const text = yield* textOf('/var/lib/dpkg/status');
  if (text === undefined) return { known: false, why: 'unreadable' };
  const packages = parseDpkgStatus(text);
  const cut = !stat.known || !stat.exists || stat.size >= whole;
  return cut && !names.some((name) => packages.has(name)) ? { known: false, why: 'unreadable' } : packages;
}

function* onDpkg(names: readonly string[]): Inquiry<Packages | Unknown> {
  const packages = yield* queried(dpkg(names));
  return arePackages(packages) ? packages : yield* fromStatus(names);
}

function* onOthers(): Inquiry<Packages | Unknown> {
  const apk = yield* ask({ read: 'text', path: '/lib/apk/db/installed' });
  if (apk.known && apk.exists) return parseApkInstalled(apk.text);
  const pacman = yield* ask({ read: 'names', path: '/var/lib/pacman/local' });
  return pacman.known && pacman.exists ? parsePacmanNames(pacman.names) : { known: false, why: 'absent' };
}

/** Which of these packages are installed, by the distribution's own database. */
export function* packagesOf(names: readonly string[]): Inquiry<Packages | Unknown> {
  if ((yield* isThere('/var/lib/dpkg/status')) === true) return yield* onDpkg(names);
  if ((yield* isThere('/var/lib/rpm')) === true || (yield* isThere('/usr/lib/sysimage/rpm')) === true)
    return yield* queried(rpm(names));
  return yield* onOthers();
}

export const arePackages = (packages: Packages | Unknown): packages is Packages => !('known' in packages);
