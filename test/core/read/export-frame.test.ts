import { expect, test } from 'vitest';
import type { Decoder } from '../../../src/core/read/decode.ts';
import { createExportFrame, isExport } from '../../../src/core/read/export-frame.ts';
import { bytesOf } from '../read-text.ts';

const binary = (name: string, value: Uint8Array, size = value.length): readonly number[] => {
  const length = new Uint8Array(8);
  new DataView(length.buffer).setBigUint64(0, BigInt(size), true);
  return [...bytesOf(`${name}\n`), ...length, ...value, 10];
};

const journal = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...bytesOf(part)] : part)));

const recordsOf = (feed: (frame: Decoder) => void): readonly string[] => {
  const found: string[] = [];
  const frame = createExportFrame(
    ({ text, program, pid }, line) => void found.push([line, program, pid, text].join(' ')),
  );
  feed(frame);
  frame.end();
  return found;
};

const whole = (bytes: Uint8Array): readonly string[] => recordsOf((frame) => frame.push(bytes));

const two = journal(
  '__CURSOR=s=1;i=1\n_PID=4711\nSYSLOG_IDENTIFIER=dockerd\n',
  binary('MESSAGE', bytesOf('one\n\nMESSAGE=two\n月')),
  '\n__CURSOR=s=1;i=2\nMESSAGE=a=b\n_PID=1\n\n',
);
const records = ['5 dockerd 4711 one\n\nMESSAGE=two\n月', '11  1 a=b'];

test('fields as lines and as bytes', () => expect(whole(two)).toEqual(records));

test('the same records wherever the bytes are split', () => {
  for (let at = 1; at < two.length; at += 1) {
    const split = recordsOf((frame) => {
      frame.push(two.subarray(0, at));
      frame.push(two.subarray(at));
    });
    expect(split, `split at ${at}`).toEqual(records);
  }
});

test('byte by byte', () => {
  expect(recordsOf((frame) => two.forEach((byte) => void frame.push(Uint8Array.of(byte))))).toEqual(records);
});

test('the end of the input ends the last entry', () => {
  expect(whole(journal('__CURSOR=x\nMESSAGE=one\n'))).toEqual(['2   one']);
  expect(whole(journal('__CURSOR=x\nMESSAGE=on'))).toEqual(['2   on']);
});

test('an entry without a message is none', () => expect(whole(journal('__CURSOR=x\n_PID=1\n\n\n\n'))).toEqual([]));

test('a binary field whose bytes are missing is left out', () => {
  expect(whole(journal('__CURSOR=x\nMESSAGE=one\n\n', binary('MESSAGE', bytesOf('tw'), 100)))).toEqual(['2   one']);
});

test('a value too large is passed over, and what follows is read', () => {
  const large = new Uint8Array(4 * 1024 * 1024 + 1).fill(97);
  const bytes = journal('__CURSOR=x\n', binary('COREDUMP', large), 'MESSAGE=one\n\n');
  const chunked = recordsOf((frame) => {
    for (let at = 0; at < bytes.length; at += 65_536) frame.push(bytes.subarray(at, at + 65_536));
  });
  expect(chunked.map((record) => record.split(' ').at(-1))).toEqual(['one']);
});

test('a length beyond all sense does no harm', () => {
  const huge = journal('__CURSOR=x\nMESSAGE=one\n\nMESSAGE\n', [255, 255, 255, 255, 255, 255, 255, 127], 'rest\n\n');
  expect(whole(huge)).toEqual(['2   one']);
});

for (const [head, is] of [
  ['__CURSOR=s=1', true],
  ['__REALTIME_TIMESTAMP=1', true],
  ['__MONOTONIC_TIMESTAMP=1', true],
  ['MESSAGE=one', false],
  ['__CURSOR', false],
  [' __CURSOR=s=1', false],
] as const) {
  test(`${head}: ${is ? 'an export' : 'no export'}`, () => expect(isExport(bytesOf(head))).toBe(is));
}
