import { formatDistanceStrict } from 'date-fns/formatDistanceStrict';
import type { Story } from '../suspect.ts';
import type { Change } from '../types.ts';

/** A change counts if it came no longer than this before the first failure; milliseconds. */
const lately = 7 * 86_400_000;

/** Only a clock with a zone can be held against the times of files: UTC, as the journal's records give it. */
const epochOf = (at: string | undefined): number | undefined =>
  at?.endsWith('Z') === true ? Date.parse(at) : undefined;

/** When the failure began: the first failed attempt after the last proof of health; milliseconds since 1970. */
export const failureBegan = ({ timed, segments }: Story): number | undefined => {
  const { spans, spanOf, healthyFrom } = segments;
  const start = spans.findLastIndex(({ result }) => result === 'started' || result === 'stopped') + 1;
  const first = spans.slice(start).find(({ result }) => result === 'failed');
  const index = timed.findIndex((_, position) => position > healthyFrom && spanOf[position] === first?.index);
  const at = index === -1 ? timed.find((_, position) => position > healthyFrom) : timed[index];
  return epochOf(at?.notable.entry.at);
};

const distance = (ms: number): string => (ms < 2000 ? 'just' : formatDistanceStrict(0, ms));

/** The last that was changed before the first failure, in a sentence each. */
export const telling = (changes: readonly Change[], story: Story): readonly string[] => {
  const began = failureBegan(story);
  if (began === undefined) return [];
  return changes
    .filter(({ at }) => at <= began && began - at < lately)
    .toSorted((one, other) => other.at - one.at)
    .slice(0, 2)
    .map(({ what, at }) => `${what} ${distance(began - at)} before the first failure.`);
};
