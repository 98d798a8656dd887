import { configPlace, isConfigJson, usualConfig } from '../ask/config.ts';
import { ask, type Inquiry } from '../ask/inquiry.ts';
import { isAbsolute } from '../ask/path.ts';
import type { Scene } from '../ask/scene.ts';
import { isObject, type Json, parseJson } from '../parse/json.ts';
import { quoteWord } from '../shell-words.ts';
import type { Answer, Query, Scalar, Unknown } from '../types.ts';
import { type ProbeKind, param } from './kind.ts';

type Facts = Readonly<Record<string, Scalar>>;

const typeOf = (value: unknown): string => {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
};

const typesOf = (values: readonly unknown[]): string => [...new Set(values.map(typeOf))].sort().join(' ');

/** Of an array or an object also the types of what is in it: `string`, `number string`. */
const valueFacts = (value: unknown): Facts => {
  const members = typeof value === 'object' && value !== null ? Object.values(value) : [];
  const shown = typeof value === 'string' ? value : JSON.stringify(value);
  return {
    present: true,
    type: typeOf(value),
    value: shown.slice(0, 300),
    ...(members.length > 0 && { members: typesOf(members) }),
  };
};

const pointerFacts = (json: Json, pointer: string): Facts => {
  if (!('value' in json)) return {};
  if (pointer === '') return { type: typeOf(json.value) };
  if (!isObject(json.value)) return {};
  return Object.hasOwn(json.value, pointer) ? valueFacts(json.value[pointer]) : { present: false };
};

const withoutContext = (json: Json): boolean | undefined =>
  json.state === 'encoding' ? undefined : json.state === 'valid';

/** A directory or a device in the place of the file is knowledge too. */
function* unreadable(path: string, reason: Unknown): Inquiry<Answer> {
  const stat = reason.why === 'unreadable' ? yield* ask({ read: 'stat', path }) : reason;
  const isOther = stat.known && stat.exists && stat.type !== 'file';
  return isOther ? { known: true, facts: { exists: true, readable: false } } : reason;
}

function* inquire(query: Query, scene: Scene): Inquiry<Answer> {
  const named = param(query, 'path');
  if (!isAbsolute(named)) return { known: false, why: 'not-asked' };
  const config = yield* configPlace(scene);
  const path = named === usualConfig ? config : named;
  if (!isAbsolute(path)) return { known: false, why: 'not-asked' };
  const reply = yield* ask({ read: 'text', path });
  if (!reply.known) return yield* unreadable(path, reply);
  if (!reply.exists) return { known: true, facts: { exists: false } };
  const json = parseJson(reply.text);
  const valid = path === config ? yield* isConfigJson(json) : withoutContext(json);
  return {
    known: true,
    facts: {
      exists: true,
      readable: true,
      empty: json.state === 'empty',
      ...(valid !== undefined && { valid }),
      ...(json.state === 'invalid' && { error: json.error }),
      ...pointerFacts(json, param(query, 'pointer')),
    },
  };
}

export const json: ProbeKind = {
  ask: 'json',
  about:
    'a JSON file and its type; with `pointer` (a top-level key) that value, and the types of its members; /etc/docker/daemon.json is the file that this daemon reads',
  params: { path: 'text', 'pointer?': 'text' },
  facts: {
    exists: 'boolean',
    readable: 'boolean',
    valid: 'boolean',
    empty: 'boolean',
    error: 'text',
    present: 'boolean',
    type: 'text',
    value: 'text',
    members: 'text',
  },
  command: (query) => `python3 -m json.tool ${quoteWord(param(query, 'path'))}`,
  inquire,
};
