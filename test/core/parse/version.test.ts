import { expect, test } from 'vitest';
import { compareReleases, parseVersion } from '../../../src/core/parse/version.ts';

test('versions, however they are adorned', () => {
  const text = (from: string) => parseVersion(from)?.text;
  expect(text('20.10.24+dfsg1')).toBe('20.10.24');
  expect(text('18.09.1-ce, build 4c52b90')).toBe('18.09.1');
  expect(text('v1.7.0-rc.1')).toBe('1.7.0-rc.1');
  expect(text('1.0.0~rc93+ds1')).toBe('1.0.0-rc93');
  expect(text('1.0.0-rc95')).toBe('1.0.0-rc95');
  expect(text('6.1.0-18-amd64')).toBe('6.1.0');
  expect(text('4.19')).toBe('4.19');
  expect(text('none')).toBeUndefined();
  expect(text('9'.repeat(100_000))).toBeUndefined();
});

test('the newest of kernels', () => {
  const releases = ['6.1.0-10-amd64', '6.1.0-9-amd64', '5.15.0-100-generic', '6.1.0-9-rt-amd64'];
  expect(releases.toSorted(compareReleases)).toEqual([
    '5.15.0-100-generic',
    '6.1.0-9-amd64',
    '6.1.0-9-rt-amd64',
    '6.1.0-10-amd64',
  ]);
});
