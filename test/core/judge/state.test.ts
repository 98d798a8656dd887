import { expect, test } from 'vitest';
import { isDown, unitState } from '../../../src/core/judge/state.ts';

for (const [facts, down] of [
  [{ load: 'loaded', active: 'active', sub: 'running' }, false],
  [{ load: 'loaded', active: 'failed' }, true],
  [{ load: 'loaded', active: 'inactive' }, true],
  [{ load: 'loaded', active: 'activating', sub: 'auto-restart' }, true],
  [{ load: 'masked', active: 'inactive' }, true],
  [{ load: 'not-found' }, true],
  // the files of a disk that is mounted elsewhere tell nothing of what runs
  [{ load: 'loaded' }, false],
] as const) {
  test(`${JSON.stringify(facts)}`, () => expect(isDown(unitState(facts))).toBe(down));
}

test('no answer is no state', () => {
  expect(unitState({})).toBeUndefined();
  expect(isDown(undefined)).toBe(false);
});
