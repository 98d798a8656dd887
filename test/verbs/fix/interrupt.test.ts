import { afterEach, expect, test } from 'vitest';
import { heedingSignals } from '../../../src/verbs/fix/interrupt.ts';

const ended: string[] = [];
const end = (): void => void ended.push('ended');

afterEach(() => {
  process.off('SIGINT', end);
  ended.length = 0;
});

test('a signal while something is changed does not end the program: the next step is not begun', async () => {
  process.on('SIGINT', end);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    const done: string[] = [];
    const work = heedingSignals(async ({ check, isAsked }) => {
      check();
      done.push('one');
      process.emit(signal);
      expect(isAsked()).toBe(true);
      check();
      done.push('two');
    });
    await expect(work).rejects.toThrow('cancelled');
    expect(done).toEqual(['one']);
  }
  expect(ended).toEqual([]);
});

test('before and after it the signals are what they were', async () => {
  process.on('SIGINT', end);
  const before = process.listeners('SIGTERM').length;
  expect(await heedingSignals(async () => 'done')).toBe('done');
  expect(process.listeners('SIGTERM').length).toBe(before);
  process.emit('SIGINT');
  expect(ended).toEqual(['ended']);
});
