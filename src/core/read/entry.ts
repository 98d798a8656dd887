import type { Entry, Level, Speaker } from '../types.ts';
import { plainMessage } from './clean.ts';
import { cutOf } from './cut.ts';
import { readable } from './epoch.ts';
import { type Inner, levelOf, readEarly, readLogfmt, readLogrusText } from './logfmt.ts';
import { type Layer, peelPrefix } from './prefix.ts';
import { type Fields, type Message, messageOf } from './record.ts';
import { soundsLikeClient, speakerOf } from './speaker.ts';

export interface Origin {
  readonly source: string;
  readonly line: number;
}

/** Envelope in envelope in envelope; deeper is somebody's joke. */
const deepest = 5;

/** What the layers of one line say, the outermost first, and what is left. */
interface Peeled {
  readonly layers: readonly (Layer | Message)[];
  readonly inner?: Inner;
  readonly rest: string;
}

const parseFields = (text: string): Fields | undefined => {
  if (!/^\{\s*"/.test(text) || !/\}\s*$/.test(text)) return undefined;
  try {
    return JSON.parse(text) as Fields;
  } catch {
    return undefined;
  }
};

const readInner = (text: string): Inner | undefined => readLogfmt(text) ?? readLogrusText(text) ?? readEarly(text);

/** A JSON object within a line: docker's json-file, dockerd --log-format json, shippers. */
const peelJson = (text: string): { readonly message: Message; readonly inner?: Inner } | undefined => {
  const fields = parseFields(text);
  const message = fields === undefined ? undefined : messageOf(fields);
  if (message === undefined) return undefined;
  const level = levelOf(message.level ?? '');
  return { message, ...(level && { inner: { text: message.text, level, ...(message.at && { at: message.at }) } }) };
};

const lastOf = <Key extends keyof Message & keyof Layer>(
  layers: readonly (Layer | Message)[],
  key: Key,
): Message[Key] | undefined => layers.findLast((layer) => layer[key] !== undefined)?.[key] as Message[Key] | undefined;

const peel = (line: string): Peeled => {
  const layers: (Layer | Message)[] = [];
  let rest = line.trimStart();
  let inner: Inner | undefined;
  for (let depth = 0; depth < deepest; depth += 1) {
    const json = peelJson(rest);
    if (json !== undefined) {
      layers.push(json.message);
      inner = json.inner ?? inner;
      rest = json.message.text.trimStart();
      continue;
    }
    const found = readInner(rest);
    if (found !== undefined)
      return { layers, inner: { ...found, level: found.level ?? inner?.level } as Inner, rest: found.text };
    // behind a program's name stands its message, whatever it looks like
    const layer = lastOf(layers, 'program') === undefined ? peelPrefix(rest) : undefined;
    if (layer === undefined) break;
    layers.push(layer);
    rest = layer.rest;
  }
  return { layers, rest, ...(inner && { inner }) };
};

const speakerFrom = (layers: readonly (Layer | Message)[], text: string): Speaker => {
  if (layers.some((layer) => 'container' in layer && layer.container === true)) return 'container';
  const program = lastOf(layers, 'program');
  if (program !== undefined) {
    const speaker = speakerOf(program);
    return speaker === 'other' && soundsLikeClient(text) ? 'client' : speaker;
  }
  if (layers.some((layer) => 'console' in layer && layer.console === true)) return 'systemd';
  if (layers.some((layer) => 'kernel' in layer && layer.kernel === true)) return 'kernel';
  return soundsLikeClient(text) ? 'client' : 'unknown';
};

const readableAt = (layers: readonly (Layer | Message)[]): string | undefined => {
  const at = layers.find((layer) => layer.at !== undefined)?.at;
  return at === undefined ? undefined : readable(at);
};

const rootlessMark = /^\[rootlesskit:(?:parent|child) *\]/;

const recordPart = (message: Message | undefined): Partial<Entry> =>
  message === undefined
    ? {}
    : {
        ...(message.unit !== undefined && { unit: message.unit }),
        ...(message.invocation !== undefined && { invocation: message.invocation }),
        ...(message.boot !== undefined && { boot: message.boot }),
        ...(message.machine !== undefined && { machine: message.machine }),
      };

const put = <Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } =>
  value === undefined ? {} : ({ [key]: value } as { [K in Key]: Value });

/** One clean line, or one record whose message is the line, taken apart. */
export const entryOf = (cleaned: string, origin: Origin, record?: Message): Entry => {
  const peeled = peel(cleaned);
  const layers = record === undefined ? peeled.layers : [record, ...peeled.layers];
  const { text, cut } = cutOf(peeled.rest, {
    wasNamed: lastOf(layers, 'program') !== undefined,
    open: peeled.inner?.open === true,
  });
  const level: Level | undefined = peeled.inner?.level;
  const bare = plainMessage(text);
  const speaker = speakerFrom(layers, bare);
  return {
    ...origin,
    speaker: speaker === 'unknown' && rootlessMark.test(bare) ? 'rootless' : speaker,
    text: bare,
    ...put('at', readableAt(layers)),
    ...put('innerAt', peeled.inner?.at),
    ...put('host', lastOf(layers, 'host')),
    ...put('program', lastOf(layers, 'program')),
    ...put('pid', lastOf(layers, 'pid')),
    ...put('level', level),
    ...put('cut', cut),
    ...recordPart(record ?? (layers.find((layer) => 'text' in layer) as Message | undefined)),
  };
};

/** Did the line have a prefix or a form of its own, or is it bare text? */
export const isBare = (entry: Entry): boolean =>
  entry.program === undefined && entry.at === undefined && entry.level === undefined && entry.unit === undefined;
