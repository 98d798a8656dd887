import { type Flags, parseFlags } from '../parse/flags.ts';
import type { Unknown } from '../types.ts';
import { ask, type Inquiry } from './inquiry.ts';
import { configPath, defaultDataRoot, type Scene } from './scene.ts';
import { commandLinesOf, isUnit, unitOf } from './unit.ts';

/** daemon.json, taken apart. */
export type ConfigFile =
  | { readonly state: 'unknown'; readonly path: string; readonly why: Unknown['why'] }
  | { readonly state: 'missing'; readonly path: string }
  | { readonly state: 'invalid'; readonly path: string; readonly error: string }
  | { readonly state: 'read'; readonly path: string; readonly value: Readonly<Record<string, unknown>> };

/** What the daemon is told: by its command line and by its file. */
export interface Settings {
  /** Nothing where the unit cannot be read. */
  readonly flags?: Flags;
  readonly file: ConfigFile;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const parseConfig = (path: string, text: string): ConfigFile => {
  // an empty file is an empty configuration since 17.x (daemon/config/config.go: io.EOF is let pass)
  if (text.trim() === '') return { state: 'read', path, value: {} };
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? { state: 'read', path, value } : { state: 'invalid', path, error: 'it is not an object' };
  } catch (error) {
    return { state: 'invalid', path, error: error instanceof Error ? error.message : 'it is not JSON' };
  }
};

export function* configFileOf(path: string): Inquiry<ConfigFile> {
  const reply = yield* ask({ read: 'text', path });
  if (!reply.known) return { state: 'unknown', path, why: reply.why };
  return reply.exists ? parseConfig(path, reply.text) : { state: 'missing', path };
}

export function* flagsOf(scene: Scene): Inquiry<Flags | undefined> {
  const unit = yield* unitOf('docker.service', scene);
  if (!isUnit(unit)) return undefined;
  const lines = yield* commandLinesOf(unit);
  const daemon = lines.find(([program = '']) => /dockerd|docker$/.test(program)) ?? lines.at(-1);
  return daemon === undefined ? undefined : parseFlags(daemon.slice(1));
}

export function* settingsOf(scene: Scene): Inquiry<Settings> {
  const flags = yield* flagsOf(scene);
  const file = yield* configFileOf(flags?.get('config-file')?.at(-1) ?? configPath(scene));
  return { file, ...(flags !== undefined && { flags }) };
}

/** A value for a person and for a test: text as it is, everything else as JSON. */
const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** One option (by its name in daemon.json) as the daemon would take it. */
export const optionOf = (
  { flags, file }: Settings,
  name: string,
): { readonly value?: string; readonly 'in-flags': boolean; readonly 'in-file': boolean } => {
  const flag = flags?.get(name);
  const inFile =
    file.state === 'read' ? (file.value[name] ?? (name === 'data-root' ? file.value['graph'] : undefined)) : undefined;
  const value = flag?.at(-1) ?? (inFile === undefined ? undefined : asText(inFile));
  return { 'in-flags': flag !== undefined, 'in-file': inFile !== undefined, ...(value !== undefined && { value }) };
};

/** Are both places readable, so that an option which is in neither is not set? */
export const settingsKnown = ({ flags, file }: Settings): boolean =>
  flags !== undefined && file.state !== 'unknown' && file.state !== 'invalid';

export function* dataRootOf(scene: Scene): Inquiry<string> {
  const value = optionOf(yield* settingsOf(scene), 'data-root').value;
  return value?.startsWith('/') === true ? value.replace(/(?<=.)\/+$/, '') : defaultDataRoot(scene);
}
