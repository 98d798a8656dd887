import { expect, test } from 'vitest';
import { callerHome } from '../../../src/core/ask/home.ts';
import { converse } from '../fake-host.ts';

test('the home of whoever asks', () => {
  const home = (path: string) =>
    converse(callerHome(), { caller: { uid: 1000 }, files: { '/etc/passwd': `anna:x:1000:1000::${path}:/bin/sh\n` } });
  expect(home('/home/anna/')).toBe('/home/anna');
  expect(home('/')).toBe('/');
  expect(home('nowhere')).toBeUndefined();
  expect(converse(callerHome(), { unknown: { caller: 'not-asked' } })).toBeUndefined();
});
