import { kernelLogOf } from '../ask/kernel-log.ts';
import { quoteWord } from '../shell-words.ts';
import { type ProbeKind, param } from './kind.ts';

/** Longer lines are cut in the answer. */
const mostText = 500;

export const kernelLog: ProbeKind = {
  ask: 'kernel-log',
  about:
    'a fixed text in the kernel log since the failed start, or since the boot where that is not known; case does not count',
  params: { text: 'text' },
  facts: { seen: 'boolean', count: 'number', last: 'text' },
  command: (query) => `sudo dmesg | grep -i ${quoteWord(param(query, 'text'))}`,
  *inquire(query, scene) {
    const text = param(query, 'text').toLowerCase();
    if (text.trim() === '') return { known: false, why: 'not-asked' };
    const log = yield* kernelLogOf(scene);
    if (!log.known) return log;
    const found = log.lines.filter((line) => line.toLowerCase().includes(text));
    const last = found.at(-1)?.slice(0, mostText);
    return { known: true, facts: { seen: found.length > 0, count: found.length, ...(last !== undefined && { last }) } };
  },
};
