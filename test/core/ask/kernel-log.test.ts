import { expect, test } from 'vitest';
import { kernelLogOf } from '../../../src/core/ask/kernel-log.ts';
import { converse } from '../fake-host.ts';

const journal = 'journalctl -k -b 0 -o cat --no-pager -n 10000';

test('the journal, else dmesg; a reason that rights would mend is told first', () => {
  const read = (programs: Record<string, string | object>) => converse(kernelLogOf({ now: 0 }), { programs });
  expect(read({ [journal]: '-- Logs begin --\na\n\nb\n', dmesg: 'c\n' })).toEqual({ known: true, lines: ['a', 'b'] });
  expect(read({ [journal]: { code: 1, stderr: 'Failed to open' }, dmesg: 'c\n' })).toEqual({
    known: true,
    lines: ['c'],
  });
  const denied = { code: 1, stderr: 'dmesg: klogctl: Operation not permitted\n' };
  expect(read({ [journal]: '', dmesg: denied })).toEqual({ known: false, why: 'denied' });
});
