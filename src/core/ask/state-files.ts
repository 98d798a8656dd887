import { parseJson } from '../parse/json.ts';
import type { Names, Stat, Text } from '../types.ts';
import { ask, askEach, type Inquiry } from './inquiry.ts';

function* namesIn(path: string): Inquiry<readonly string[]> {
  const reply = yield* ask({ read: 'names', path });
  return reply.known && reply.exists ? (reply as Names).names : [];
}

/** Of more containers than this the rest is not looked at. */
const most = 300;

/** Larger ones are not read whole, and cannot be judged. */
const mostBytes = 500_000;

/** The JSON files without which a container, all image names or a plugin are lost (container.go, reference/store.go). */
function* stateFiles(root: string): Inquiry<readonly string[]> {
  const containers = (yield* namesIn(`${root}/containers`)).filter((name) => /^[\da-f]{64}$/.test(name));
  const drivers = (yield* namesIn(`${root}/image`)).filter((name) => /^[\w-]{1,40}$/.test(name));
  const plugins = (yield* namesIn(`${root}/plugins`)).filter((name) => /^[\da-f]{64}$/.test(name));
  return [
    ...containers
      .slice(0, most)
      .flatMap((id) => ['config.v2.json', 'hostconfig.json'].map((name) => `${root}/containers/${id}/${name}`)),
    ...drivers.map((driver) => `${root}/image/${driver}/repositories.json`),
    ...plugins.slice(0, most).map((id) => `${root}/plugins/${id}/config.json`),
  ];
}

/**
 * How many of them are empty, filled with zeros or cut off: dockerd writes them beside and renames,
 * so a running one never leaves them half. Nothing where not all of them could be read.
 */
export function* tornFiles(root: string): Inquiry<number | undefined> {
  const folder = yield* ask({ read: 'names', path: root });
  if (!folder.known) return undefined;
  const paths = yield* stateFiles(root);
  const stats = yield* askEach(paths.map((path) => ({ read: 'stat', path }) as const));
  const small = paths.filter((_, index) => {
    const stat = stats[index];
    return stat?.known === true && stat.exists && (stat as Stat).type === 'file' && (stat as Stat).size <= mostBytes;
  });
  const texts = yield* askEach(small.map((path) => ({ read: 'text', path }) as const));
  const torn = texts.filter((text) => {
    if (!text.known || !text.exists) return false;
    const { state } = parseJson((text as Text).text);
    return state === 'empty' || state === 'invalid';
  });
  const whole = [...stats, ...texts].every((reply) => reply.known);
  return torn.length > 0 || whole ? torn.length : undefined;
}
