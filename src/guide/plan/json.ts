import { isDeepStrictEqual } from 'node:util';
import { type Node, type ParseError, parse, parseTree, printParseErrorCode } from 'jsonc-parser';

export type Edited = { readonly text: string } | { readonly problem: string };

const mark = '\uFEFF';

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

const problemIn = (text: string): string | undefined => {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: false, disallowComments: true });
  const [first] = errors;
  if (first !== undefined)
    return `it is no JSON at line ${lineOf(text, first.offset)} (${printParseErrorCode(first.error)})`;
  try {
    JSON.parse(text);
  } catch {
    return 'it is no JSON';
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? undefined : 'it is no JSON object';
};

const splice = (text: string, from: number, to: number, put: string): string =>
  text.slice(0, from) + put + text.slice(to);

const endOf = ({ offset, length }: Node): number => offset + length;

const membersOf = (text: string): readonly Node[] => parseTree(text)?.children ?? [];

const isNamed = (key: string) => (member: Node) => member.children?.[0]?.value === key;

/** How often a key stands there; the last one counts, for dockerd too. */
const timesOf = (text: string, key: string): number => membersOf(text).filter(isNamed(key)).length;

const removeFirst = (text: string, key: string): string => {
  const members = membersOf(text);
  const at = members.findIndex(isNamed(key));
  const [before, member, next] = [members[at - 1], members[at], members[at + 1]];
  if (member === undefined) return text;
  if (next !== undefined) return splice(text, member.offset, next.offset, '');
  if (before !== undefined) return splice(text, endOf(before), endOf(member), '');
  return splice(text, text.indexOf('{') + 1, text.lastIndexOf('}'), '');
};

/** Blanks between a member and what stands before it: they say how the file is laid out. */
const leadOf = (text: string, { offset }: Node): string => /\s*$/.exec(text.slice(0, offset))?.[0] ?? '';

/** A value as the file would have it: on one line where its members are, else indented as they are. */
const valueText = (value: unknown, text: string, lead: string): string => {
  if (!lead.includes('\n')) return JSON.stringify(value);
  const base = lead.slice(lead.lastIndexOf('\n') + 1);
  const lines = JSON.stringify(value, undefined, base === '' ? '  ' : base).split('\n');
  return lines.join(`${text.includes('\r\n') ? '\r\n' : '\n'}${base}`);
};

const setOne = (text: string, key: string, value: unknown): string => {
  const members = membersOf(text);
  const old = members.find(isNamed(key))?.children;
  const last = members.at(-1);
  if (last === undefined) {
    const lead = `${text.includes('\r\n') ? '\r\n' : '\n'}  `;
    const put = `${lead}${JSON.stringify(key)}: ${valueText(value, text, lead)}${lead.slice(0, -2)}`;
    return splice(text, text.indexOf('{') + 1, text.lastIndexOf('}'), put);
  }
  const lead = leadOf(text, last);
  const written = valueText(value, text, lead);
  if (old?.[1] !== undefined) return splice(text, old[1].offset, endOf(old[1]), written);
  const [name, content] = last.children ?? [];
  const isTight = name !== undefined && content !== undefined && endOf(name) + 1 === content.offset;
  return splice(text, endOf(last), endOf(last), `,${lead}${JSON.stringify(key)}:${isTight ? '' : ' '}${written}`);
};

/** `native.cgroupdriver=systemd` replaces what the list says of that name, and leaves the others. */
const merged = (old: unknown, next: unknown): unknown => {
  if (!Array.isArray(old) || !Array.isArray(next) || !next.every((one) => /^[\w.-]+=/.test(String(one)))) return next;
  const names = next.map((one) => String(one).split('=')[0]);
  return [...old.filter((one) => !names.includes(String(one).split('=')[0])), ...next];
};

/** Changes keys of a JSON file and leaves everything else as it stands: order, indentation, line ends, byte order mark. */
export const editJson = (file: string, set: Readonly<Record<string, unknown>>, remove: readonly string[]): Edited => {
  const hasMark = file.startsWith(mark);
  let text = hasMark ? file.slice(1) : file;
  if (text.trim() === '') text = '{}\n';
  const problem = problemIn(text);
  if (problem !== undefined) return { problem };
  const takeOut = (key: string, left: number): void => {
    for (let times = timesOf(text, key); times > left; times -= 1) text = removeFirst(text, key);
  };
  const old = JSON.parse(text) as Readonly<Record<string, unknown>>;
  for (const [key, value] of Object.entries(set)) {
    const now = Object.hasOwn(old, key) ? old[key] : undefined;
    const next = merged(now, value);
    takeOut(key, 1);
    if (!isDeepStrictEqual(now, next)) text = setOne(text, key, next);
  }
  for (const key of remove) takeOut(key, 0);
  return { text: hasMark ? mark + text : text };
};

const holds = (value: unknown, wanted: string): boolean => {
  if (typeof value === 'object' && value !== null) return Object.values(value).some((inner) => holds(inner, wanted));
  return String(value) === wanted;
};

/** The keys of an object that hold a value, at whatever depth; none where the file is no JSON object. */
export const keysHolding = (file: string, wanted: string): readonly string[] => {
  const text = file.startsWith(mark) ? file.slice(1) : file;
  if (text.trim() === '' || problemIn(text) !== undefined) return [];
  const members = Object.entries(JSON.parse(text) as Readonly<Record<string, unknown>>);
  return members.filter(([, value]) => holds(value, wanted)).map(([key]) => key);
};
