import { expect, test } from 'vitest';
import { diagnoseText } from '../../diagnose-text.ts';

for (const text of [
  'failed to register layer: something that no rule knows',
  'Error processing tar file(exit status 1): something that no rule knows',
  'Handler for POST /images/load returned error: something that no rule knows',
  'ERROR: Error response from daemon: something that no rule knows',
]) {
  test(`words of Docker that do not name it are about Docker: ${text}`, () => {
    expect(diagnoseText(text).outcome).toBe('insufficient');
  });
}

test('a stranger who registers and handles is not', () => {
  expect(diagnoseText('register the handler for the layer').outcome).toBe('unrelated');
});
