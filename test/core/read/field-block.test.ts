import { expect, test } from 'vitest';
import {
  type FieldBlock,
  isExportHeader,
  isVerboseHeader,
  openExportText,
  openVerbose,
} from '../../../src/core/read/field-block.ts';
import { readText } from '../read-text.ts';

const header = 'Mon 2026-11-23 08:24:56.723456 CET [s=0a1b;i=1;b=2;m=3;t=4;x=5]';

for (const [text, is] of [
  [header, true],
  ['пнд 2026-11-23 08:24:56 MSK [s=0a1b;i=1]', true],
  ['lun. 2026-11-23 08:24:56 +0100 [s=0a1b;i=1]', true],
  ['Mon 2026-11-23 08:24:56 CET host1 dockerd[1]: m', false],
] as const) {
  test(`${text}: ${is ? 'verbose' : 'not verbose'}`, () => expect(isVerboseHeader(text)).toBe(is));
}

// weekdays of one letter (Korean, Japanese): src/core/read/field-block.ts, verboseHeader wants two
for (const day of ['월', '月']) {
  test(`${day} is a weekday of a verbose header`, () => {
    expect(isVerboseHeader(`${day} 2026-11-23 08:24:56.723456 KST [s=0a1b;i=1]`)).toBe(true);
  });
}

const fed = (block: FieldBlock, lines: readonly string[]): readonly boolean[] =>
  lines.map((line, index) => block.feed(line, index + 10));

test('verbose: fields, a message that goes on, and the end', () => {
  const block = openVerbose(header);
  const lines = ['    _PID=4711', '    MESSAGE=one=1', '            two', '    SYSLOG_IDENTIFIER=dockerd', 'Tue'];
  expect(fed(block, lines)).toEqual([true, true, true, true, false]);
  expect(block.record()).toEqual({
    line: 11,
    message: { text: 'one=1\ntwo', pid: 4711, program: 'dockerd', at: '2026-11-23 08:24:56.723456 CET' },
  });
});

test('verbose: without a message there is no record', () => {
  const block = openVerbose(header);
  expect(fed(block, ['    _PID=4711', ' no field'])).toEqual([true, false]);
  expect(block.record()).toBeUndefined();
});

test('export as text: fields without an indent, and nothing else', () => {
  const block = openExportText();
  expect(fed(block, ['__CURSOR=x', 'MESSAGE=one', '         two', ''])).toEqual([true, true, false, false]);
  expect(block.record()).toEqual({ line: 11, message: { text: 'one' } });
});

test('a block takes in no more than 200 fields', () => {
  const block = openExportText();
  const taken = fed(
    block,
    Array.from({ length: 210 }, (_, index) => `F${index}=x`),
  );
  expect(taken.filter(Boolean)).toHaveLength(200);
});

test('a header of export is a cursor or a time', () => {
  expect(['__CURSOR=x', '__REALTIME_TIMESTAMP=1', 'MESSAGE=x'].map(isExportHeader)).toEqual([true, true, false]);
});

test('blocks within other text', () => {
  const text = `$ journalctl -o verbose\n${header}\n    MESSAGE=one\n${header}\n    MESSAGE=two\nbare\n\n__CURSOR=x\nMESSAGE=three\n\n`;
  const texts = readText(text).map((entry) => `${entry.line} ${entry.text}`);
  expect(texts.slice(1)).toEqual(['3 one', '5 two', '6 bare', '9 three']);
});
