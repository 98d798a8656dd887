import { ask } from '../ask/inquiry.ts';
import { splitWords } from '../parse/words.ts';
import { type ProbeKind, param } from './kind.ts';

/** The kernel takes `-` and `_` in a name for the same (kernel/params.c, parameq). */
const plain = (name: string): string => name.replaceAll('-', '_');

/** COMMAND_LINE_SIZE is at most that. */
const mostText = 8192;

export const kernelParameter: ProbeKind = {
  ask: 'kernel-parameter',
  about: 'a word of the kernel command line; of several the last',
  params: { name: 'text' },
  facts: { present: 'boolean', value: 'text' },
  command: () => 'cat /proc/cmdline',
  *inquire(query) {
    const reply = yield* ask({ read: 'text', path: '/proc/cmdline' });
    if (!reply.known) return reply;
    if (!reply.exists) return { known: false, why: 'absent' };
    const pairs = splitWords(reply.text.slice(0, mostText)).map((word) => word.split(/=(.*)/s, 2));
    const found = pairs.findLast(([name = '']) => plain(name) === plain(param(query, 'name')));
    if (found === undefined) return { known: true, facts: { present: false } };
    return { known: true, facts: { present: true, ...(found[1] !== undefined && { value: found[1] }) } };
  },
};
