import { type Properties, parseShow } from '../parse/show.ts';
import { mergeUnitFiles } from '../parse/unit-file.ts';
import { expandWords, parseEnvironment, splitWords } from '../parse/words.ts';
import type { Names, Text, Unknown } from '../types.ts';
import { textOf } from './file.ts';
import { ask, askEach, type Inquiry } from './inquiry.ts';
import { type Scene, unitNamed } from './scene.ts';

/** A unit as systemd merges it; from its files alone where no systemd can be asked. */
export interface Unit {
  readonly properties: Properties;
  /** Did systemd itself answer? Its files tell nothing of what runs. */
  readonly live: boolean;
}

/** In the order of precedence, systemd.unit(5). */
const systemPaths = ['/etc/systemd/system', '/run/systemd/system', '/usr/local/lib/systemd/system'];
const vendorPaths = ['/usr/lib/systemd/system', '/lib/systemd/system'];

const pathsFor = ({ rootless }: Scene): readonly string[] =>
  rootless === undefined
    ? [...systemPaths, ...vendorPaths]
    : [`${rootless.home}/.config/systemd/user`, '/etc/systemd/user', '/usr/lib/systemd/user'];

function* dropInsOf(name: string, folders: readonly string[]): Inquiry<readonly string[]> {
  const lists = yield* askEach(folders.map((folder) => ({ read: 'names', path: `${folder}/${name}.d` }) as const));
  const byName = new Map<string, string>();
  for (const [index, list] of lists.entries()) {
    const names = list.known && list.exists ? (list as Names).names : [];
    for (const one of names.filter((word) => word.endsWith('.conf')))
      if (!byName.has(one)) byName.set(one, `${folders[index]}/${name}.d/${one}`);
  }
  return [...byName].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, path]) => path);
}

const own = (key: string, value: string | undefined): readonly [string, readonly string[]][] =>
  value === undefined ? [] : [[key, [value]]];

/** The unit's files and drop-ins, read as systemd would. */
function* fromFiles(name: string, scene: Scene): Inquiry<Unit | Unknown> {
  const folders = pathsFor(scene);
  const stats = yield* askEach(
    folders.map((folder) => ({ read: 'stat', path: `${folder}/${name}`, link: true }) as const),
  );
  const texts = yield* askEach(folders.map((folder) => ({ read: 'text', path: `${folder}/${name}` }) as const));
  const at = stats.findIndex((stat) => stat.known && stat.exists);
  if (at === -1) {
    const unknown = stats.find((stat) => !stat.known);
    if (unknown !== undefined && !unknown.known) return unknown;
    return { live: false, properties: new Map([['LoadState', ['not-found']]]) };
  }
  const stat = stats[at];
  const main = texts[at];
  const text = main?.known === true && main.exists ? main.text : '';
  // a link to /dev/null is how systemctl mask does it
  const masked = stat?.known === true && stat.exists && text === '' && (stat.type === 'symlink' || stat.size === 0);
  const dropIns = yield* dropInsOf(name, folders);
  const parts = yield* askEach(dropIns.map((path) => ({ read: 'text', path }) as const));
  const merged = mergeUnitFiles([
    text,
    ...parts.flatMap((part) => (part.known && part.exists ? [(part as Text).text] : [])),
  ]);
  return {
    live: false,
    properties: new Map([
      ...merged,
      ...own('LoadState', masked ? 'masked' : 'loaded'),
      ...own('FragmentPath', `${folders[at]}/${name}`),
      ...own('DropInPaths', dropIns.join(' ')),
    ]),
  };
}

/** `name` as rules say it: `docker.service`. */
export function* unitOf(name: string, scene: Scene, user = false): Inquiry<Unit | Unknown> {
  const real = unitNamed(name, scene);
  const session = user || scene.rootless !== undefined ? ['--user'] : [];
  const reply = yield* ask({ read: 'output', argv: ['systemctl', ...session, 'show', '--no-pager', '--', real] });
  if (reply.known && reply.code === 0 && reply.stdout.includes('LoadState='))
    return { live: true, properties: parseShow(reply.stdout) };
  const files = yield* fromFiles(real, scene);
  return 'known' in files && !reply.known && reply.why === 'timeout' ? reply : files;
}

export const isUnit = (unit: Unit | Unknown): unit is Unit => 'properties' in unit;

export const property = ({ properties }: Unit, key: string): string | undefined => properties.get(key)?.at(-1);

/** `{ path=/usr/bin/dockerd ; argv[]=/usr/bin/dockerd -H fd:// ; ignore_errors=no ; ...}` as `systemctl show` prints it. */
const shown = (value: string): string => / argv\[\]=(.*?) ; ignore_errors=/.exec(value)?.[1] ?? value;

interface Variables {
  readonly values: ReadonlyMap<string, string>;
  /** Could every file of them be read? */
  readonly allKnown: boolean;
}

function* variablesOf(unit: Unit): Inquiry<Variables> {
  const files = [...(unit.properties.get('EnvironmentFiles') ?? []), ...(unit.properties.get('EnvironmentFile') ?? [])]
    .map((value) => value.replace(/ \(ignore_errors=(?:yes|no)\)$/, '').replace(/^-/, ''))
    .filter((path) => path.startsWith('/') && !/[*?[]/.test(path));
  const variables = new Map<string, string>();
  for (const value of unit.properties.get('Environment') ?? [])
    for (const word of splitWords(value)) for (const [key, text] of parseEnvironment(word)) variables.set(key, text);
  let allKnown = true;
  for (const path of files) {
    const text = yield* textOf(path);
    if (text === undefined) allKnown = false;
    for (const [key, value] of parseEnvironment(text ?? '')) variables.set(key, value);
  }
  return { values: variables, allKnown };
}

/** The command lines of ExecStart, with `$DOCKER_OPTS` and its like filled in. */
export function* commandLinesOf(unit: Unit): Inquiry<readonly (readonly string[])[]> {
  const lines = (unit.properties.get('ExecStart') ?? []).map((value) => splitWords(shown(value)));
  const { values, allKnown } = yield* variablesOf(unit);
  // prefixes of a command: systemd.service(5), SPECIAL EXECUTABLE PREFIXES
  return lines.map(([program = '', ...rest]) => [
    program.replace(/^[-@:+!|]+/, ''),
    ...expandWords(rest, values, allKnown),
  ]);
}
