import type { CauseId } from '../types.ts';
import type { Signs, Target } from './signs.ts';

/** Signs as one run of bytes, which a start only has to look at; and where each rule stands in a file of rules. */
export interface Packed {
  readonly signs: Signs;
  readonly ids: readonly CauseId[];
  /** Of each rule in the file: where it begins, where the part for the matcher ends, where it ends; bytes. */
  readonly places: ArrayLike<number>;
}

/** Another number for another shape. */
const shape = 0x444b5731;

const kinds = ['symptom', 'with', 'unless'] as const;

type Section = Uint8Array | Uint16Array | Uint32Array;

const bytesIn = (section: Section): Uint8Array =>
  new Uint8Array(section.buffer, section.byteOffset, section.byteLength);

const padded = (size: number): number => (size + 3) & ~3;

const listStarts = (lists: readonly ArrayLike<number>[]): Uint32Array => {
  const starts = new Uint32Array(lists.length + 1);
  for (const [index, list] of lists.entries()) starts[index + 1] = (starts[index] ?? 0) + list.length;
  return starts;
};

const sectionsOf = ({ signs, ids, places }: Packed): readonly Section[] => {
  const { tables, targetsOf, telling } = signs;
  const targets = Array.from({ length: signs.count }, (_, index) => signs.target(index));
  const lists = Array.from(tables.places, (_, literal) => targetsOf(literal));
  const numbers = [tables.window, telling.any, telling.warning, telling.info, telling.debug];
  return [
    Uint32Array.from(numbers),
    tables.shifts,
    tables.heads,
    tables.chain,
    tables.places,
    tables.text,
    tables.starts,
    Uint16Array.from(targets.flatMap(({ rule, kind, at }) => [rule, kinds.indexOf(kind), at])),
    listStarts(lists),
    Uint16Array.from(lists.flatMap((list) => Array.from(list))),
    new TextEncoder().encode(ids.join('\n')),
    Uint32Array.from(places),
  ];
};

/** The machine's own byte order: written and read by the same Node. */
export const pack = (packed: Packed): Uint8Array => {
  const sections = sectionsOf(packed);
  const header = Uint32Array.from([shape, ...sections.map(({ byteLength }) => byteLength)]);
  const all = [header, ...sections];
  const bytes = new Uint8Array(all.reduce((sum, { byteLength }) => sum + padded(byteLength), 0));
  let at = 0;
  for (const section of all) {
    bytes.set(bytesIn(section), at);
    at += padded(section.byteLength);
  }
  return bytes;
};

type Sections = readonly [
  numbers: Uint8Array,
  shifts: Uint8Array,
  heads: Uint8Array,
  chain: Uint8Array,
  places: Uint8Array,
  text: Uint8Array,
  starts: Uint8Array,
  targets: Uint8Array,
  listBegins: Uint8Array,
  lists: Uint8Array,
  ids: Uint8Array,
  rulePlaces: Uint8Array,
];

const count = 12;

/** The sections of `bytes`; none where they are of another shape. */
const cut = (bytes: Uint8Array): Sections | undefined => {
  const header = new Uint32Array(bytes.buffer, bytes.byteOffset, count + 1);
  if (header[0] !== shape) return undefined;
  let at = header.byteLength;
  return Array.from({ length: count }, (_, index) => {
    const size = header[index + 1] ?? 0;
    const section = bytes.subarray(at, at + size);
    at += padded(size);
    return section;
  }) as unknown as Sections;
};

const words16 = ({ buffer, byteOffset, byteLength }: Uint8Array): Uint16Array =>
  new Uint16Array(buffer, byteOffset, byteLength >> 1);
const words32 = ({ buffer, byteOffset, byteLength }: Uint8Array): Uint32Array =>
  new Uint32Array(buffer, byteOffset, byteLength >> 2);

const targetIn = (numbers: Uint16Array, index: number): Target => ({
  rule: numbers[3 * index] ?? 0,
  kind: kinds[numbers[3 * index + 1] ?? 0] ?? 'symptom',
  at: numbers[3 * index + 2] ?? 0,
});

/** What `pack` made, or nothing. */
export const unpack = (packed: Uint8Array): Packed | undefined => {
  const sections = cut(packed.byteOffset % 4 === 0 ? packed : new Uint8Array(packed));
  if (sections === undefined) return undefined;
  const [numbers, shifts, heads, chain, places, text, starts, targets, listBegins, lists, ids, rulePlaces] = sections;
  const [window = 0, any = 0, warning = 0, info = 0, debug = 0] = words32(numbers);
  const triples = words16(targets);
  const [begins, members] = [words32(listBegins), words16(lists)];
  return {
    signs: {
      tables: { window, shifts, heads: words16(heads), chain: words16(chain), places, text, starts: words32(starts) },
      count: triples.length / 3,
      target: (index) => targetIn(triples, index),
      targetsOf: (literal) => members.subarray(begins[literal], begins[literal + 1]),
      telling: { any, warning, info, debug },
    },
    ids: new TextDecoder().decode(ids).split('\n') as CauseId[],
    places: words32(rulePlaces),
  };
};
