import type { Inquiry } from '../../core/ask/inquiry.ts';
import { parseIdRanges } from '../../core/parse/accounts.ts';
import { type Draft, textIn } from './draft.ts';

/** Where useradd begins (SUB_UID_MIN of login.defs(5)), and how large a range is. */
const least = 100_000;
const size = 65_536;
/** Ids have 32 bits; the last is no id. */
const most = 2 ** 32 - 2;

/** The first id of a range that nobody has, in neither file. */
export function* freeRange(draft: Draft): Inquiry<number | undefined> {
  const texts = [yield* textIn(draft, '/etc/subuid'), yield* textIn(draft, '/etc/subgid')];
  if (texts.some((text) => text === undefined)) return undefined;
  const taken = texts.flatMap((text) => parseIdRanges(text ?? '').ranges);
  const overlaps = (first: number): boolean =>
    taken.some((range) => first < range.first + range.count && range.first < first + size);
  const ends = taken.map(({ first, count }) => first + count).filter((end) => end >= least);
  const free = [least, ...ends]
    .toSorted((one, other) => one - other)
    .find((first) => !overlaps(first) && first + size <= most);
  if (free === undefined) draft.problems.push('no range of 65536 ids is free in /etc/subuid and /etc/subgid');
  return free;
}
