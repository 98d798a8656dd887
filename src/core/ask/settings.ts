import { type Flags, parseFlags } from '../parse/flags.ts';
import { isObject, parseJson } from '../parse/json.ts';
import type { Unknown } from '../types.ts';
import { ask, type Inquiry } from './inquiry.ts';
import { isAbsolute } from './path.ts';
import { configPath, defaultDataRoot, type Scene } from './scene.ts';
import { commandLinesOf, isUnit, unitOf } from './unit.ts';

/** daemon.json, taken apart. */
export type ConfigFile =
  | { readonly state: 'unknown'; readonly path: string; readonly why: Unknown['why'] }
  | { readonly state: 'missing'; readonly path: string }
  | { readonly state: 'invalid'; readonly path: string; readonly error: string }
  | { readonly state: 'read'; readonly path: string; readonly value: Readonly<Record<string, unknown>> };

/** How the unit starts the daemon. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
}

/** A variable that is still there stands in a file that could not be read. */
export const isWhole = ({ args }: Command): boolean => !args.some((word) => word.includes('$'));

/** What the daemon is told: by its command line and by its file. */
export interface Settings {
  /** Nothing where the unit cannot be read. */
  readonly flags?: Flags;
  /** The same as it stands there. */
  readonly command?: Command;
  readonly file: ConfigFile;
}

const parseConfig = (path: string, text: string): ConfigFile => {
  const json = parseJson(text);
  // up to 20.10 an empty file was an error; since 23 it is an empty configuration (daemon/config/config.go)
  if (json.state === 'empty') return { state: 'read', path, value: {} };
  if (json.state === 'invalid') return { state: 'invalid', path, error: json.error };
  if (!('value' in json)) return { state: 'unknown', path, why: 'unreadable' };
  if (json.value === null) return { state: 'read', path, value: {} };
  return isObject(json.value)
    ? { state: 'read', path, value: json.value }
    : { state: 'invalid', path, error: 'it is not an object' };
};

export function* configFileOf(path: string): Inquiry<ConfigFile> {
  const reply = yield* ask({ read: 'text', path });
  if (!reply.known) return { state: 'unknown', path, why: reply.why };
  return reply.exists ? parseConfig(path, reply.text) : { state: 'missing', path };
}

export function* commandOf(scene: Scene): Inquiry<Command | undefined> {
  const unit = yield* unitOf('docker.service', scene);
  if (!isUnit(unit)) return undefined;
  const lines = yield* commandLinesOf(unit);
  const [program = '', ...args] = lines.find(([first = '']) => /dockerd|docker$/.test(first)) ?? lines.at(-1) ?? [];
  return program === '' ? undefined : { program, args };
}

export function* settingsOf(scene: Scene): Inquiry<Settings> {
  const command = yield* commandOf(scene);
  const flags = command === undefined ? undefined : parseFlags(command.args);
  const path = flags?.get('config-file')?.at(-1) ?? configPath(scene);
  const file: ConfigFile = isAbsolute(path) ? yield* configFileOf(path) : { state: 'unknown', path, why: 'not-asked' };
  return { file, ...(command !== undefined && { command }), ...(flags !== undefined && { flags }) };
}

/** A value for a person and for a test: text as it is, everything else as JSON. */
const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const keyIn = (values: Readonly<Record<string, unknown>>, name: string): unknown =>
  Object.hasOwn(values, name) ? values[name] : undefined;

/** One option (by its name in daemon.json) as the daemon would take it. */
export const optionOf = (
  { flags, file }: Settings,
  name: string,
): { readonly value?: string; readonly 'in-flags': boolean; readonly 'in-file': boolean } => {
  const flag = flags?.get(name);
  const values = file.state === 'read' ? file.value : {};
  const inFile = keyIn(values, name) ?? (name === 'data-root' ? keyIn(values, 'graph') : undefined);
  const value = flag?.at(-1) ?? (inFile === undefined ? undefined : asText(inFile));
  return { 'in-flags': flag !== undefined, 'in-file': inFile !== undefined, ...(value !== undefined && { value }) };
};

/** Are both places readable, so that an option which is in neither is not set? */
export const settingsKnown = ({ command, file }: Settings): boolean =>
  command !== undefined && isWhole(command) && file.state !== 'unknown' && file.state !== 'invalid';

/** Where the daemon keeps its data; where no unit says otherwise, the usual place. */
export function* dataRootOf(scene: Scene): Inquiry<string | Unknown> {
  const settings = yield* settingsOf(scene);
  const { file, command } = settings;
  const { value } = optionOf(settings, 'data-root');
  if (value !== undefined) {
    const path = value.replace(/(?<=.)\/+$/, '');
    return isAbsolute(path) ? path : { known: false, why: 'not-asked' };
  }
  if (file.state === 'unknown') return { known: false, why: file.why };
  if (file.state === 'invalid' || (command !== undefined && !isWhole(command)))
    return { known: false, why: 'unreadable' };
  return defaultDataRoot(scene);
}
