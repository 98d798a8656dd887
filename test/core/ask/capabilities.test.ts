import { expect, test } from 'vitest';
import { capabilitiesOf } from '../../../src/core/ask/capabilities.ts';
import { converse } from '../fake-host.ts';

test('as old and new getcap print them; a complaint is no answer', () => {
  const of = (printed: string | object) =>
    converse(capabilitiesOf('/usr/bin/x'), { programs: { 'getcap /usr/bin/x': printed } });
  expect(of('/usr/bin/x cap_setuid=ep\n')).toBe('cap_setuid=ep');
  expect(of('/usr/bin/x = cap_setuid+ep\n')).toBe('cap_setuid+ep');
  expect(of('')).toBe('');
  expect(of({ stderr: 'Failed to get capabilities' })).toBeUndefined();
});
