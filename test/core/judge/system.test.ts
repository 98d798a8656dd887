import { expect, test } from 'vitest';
import { fitsSystem, isBelow } from '../../../src/core/judge/system.ts';

test('versions are compared by number', () => {
  expect(isBelow('9.0', '10.0')).toBe(true);
  expect(isBelow('20.10.5', '20.10.24')).toBe(true);
  expect(isBelow('23.0.1', '23.0')).toBe(false);
  expect(isBelow('23.0', '23.0.0')).toBe(false);
});

const debian = { distro: ['debian'], version: '12', docker: '20.10.24', rootless: false };

for (const [when, fits] of [
  [undefined, true],
  [{ distro: ['debian', 'ubuntu'] }, true],
  [{ distro: ['rhel'] }, false],
  [{ distro: ['debian'], version: ['11'] }, false],
  [{ rootless: true }, false],
  [{ docker: { from: '23.0' } }, false],
  [{ docker: { below: '23.0' } }, true],
] as const) {
  test(`${JSON.stringify(when)} on Debian 12 with Docker 20.10.24: ${fits}`, () =>
    expect(fitsSystem(when, debian)).toBe(fits));
}

test('what is not known rules nothing out', () => {
  expect(
    fitsSystem({ distro: ['rhel'], version: ['7'], docker: { from: '23' } }, { distro: [], rootless: false }),
  ).toBe(true);
  expect(fitsSystem({ distro: ['rhel'] }, undefined)).toBe(true);
});
