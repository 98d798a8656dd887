import { accountOf } from '../ask/account.ts';
import { textOf } from '../ask/file.ts';
import { ask, type Inquiry } from '../ask/inquiry.ts';
import { isAbsolute } from '../ask/path.ts';
import { rangesOf, remapOf } from '../ask/remap.ts';
import type { Scene } from '../ask/scene.ts';
import { type IdRange, type IdRanges, parseIdRanges } from '../parse/accounts.ts';
import { quoteWord } from '../shell-words.ts';
import type { Answer, Query } from '../types.ts';
import { type ProbeKind, param } from './kind.ts';

const overlaps = (ranges: readonly IdRange[]): boolean => {
  const sorted = ranges.toSorted((one, other) => one.first - other.first);
  return sorted.some((range, index) => {
    const next = sorted[index + 1];
    return next !== undefined && range.first + range.count > next.first;
  });
};

/** Lines that stop dockerd: any without three fields, and its own account's where a word stands for a number. */
const malformedFor = ({ malformed, notNumbers }: IdRanges, owners: readonly string[]): number =>
  malformed.length + notNumbers.filter((owner) => owners.includes(owner)).length;

/** `subid: sss` in nsswitch.conf: newuidmap asks others than the files (shadow 4.9 on). */
function* othersGiveRanges(): Inquiry<boolean> {
  const text = yield* textOf('/etc/nsswitch.conf');
  const [, services = ''] = /^subid:(.*)$/m.exec(text ?? '') ?? [];
  return !['', 'files'].includes(services.replace(/#.*/, '').trim());
}

function* inquire(query: Query, scene: Scene): Inquiry<Answer> {
  const [path, name] = [param(query, 'file'), param(query, 'name')];
  if (!isAbsolute(path)) return { known: false, why: 'not-asked' };
  const reply = yield* ask({ read: 'text', path });
  if (!reply.known) return reply;
  if (!reply.exists) return { known: true, facts: { exists: false } };
  const parsed = parseIdRanges(reply.text);
  // the ranges of /etc/subgid belong to users as well (subgid(5))
  const found = yield* accountOf('passwd', name);
  const known = 'inFile' in found ? found : { inFile: false };
  const remap = yield* remapOf(scene);
  const remapped = remap === 'not-set' || 'known' in remap ? [] : [remap.user, remap.group];
  const own = rangesOf(parsed, name, known);
  const told = own.length > 0 || ('inFile' in found && !(yield* othersGiveRanges()));
  const owners = [name, known.account?.name, String(known.account?.id), ...remapped].filter((one) => one !== undefined);
  return {
    known: true,
    facts: {
      exists: true,
      readable: true,
      malformed: malformedFor(parsed, owners),
      overlaps: overlaps(own),
      // without the account its number is not known, and the line may have that
      ...(told && {
        ranges: own.length,
        ids: own.reduce((total, { count }) => total + count, 0),
        largest: own.reduce((most, { count }) => Math.max(most, count), 0),
      }),
    },
  };
}

export const subid: ProbeKind = {
  ask: 'subid',
  about: 'the ranges of an account (by name or number) in /etc/subuid or /etc/subgid',
  params: { file: 'text', name: 'text' },
  facts: {
    exists: 'boolean',
    readable: 'boolean',
    ranges: 'number',
    ids: 'number',
    largest: 'number',
    malformed: 'number',
    overlaps: 'boolean',
  },
  command: (query) => `grep -n . ${quoteWord(param(query, 'file'))}`,
  inquire,
};
