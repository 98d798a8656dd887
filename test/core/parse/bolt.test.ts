import { expect, test } from 'vitest';
import { boltHead, isBolt, pageSizes } from '../../../src/core/parse/bolt.ts';

const magic = '\u00ED\u00DA\u000C\u00ED';
const meta = (at: number): string => `${'\0'.repeat(at)}${magic}`;

test('one meta of the two is enough, whatever the size of a page', () => {
  for (const page of [0, ...pageSizes]) {
    expect(isBolt(meta(page + 16))).toBe(true);
    expect(page + 16 + magic.length).toBeLessThanOrEqual(boltHead);
  }
});

test('zeros, text and a magic in another place are none; an empty file becomes one', () => {
  for (const text of ['\0'.repeat(boltHead), '{}', meta(17), magic]) expect(isBolt(text)).toBe(false);
  expect(isBolt('')).toBe(true);
});
