import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addLine, removeLine, setKey } from '../../../src/guide/plan/lines.ts';

test('a line more, with the line ends of the file, once', () => {
  expect(addLine('', 'a')).toBe('a\n');
  expect(addLine('x', 'a')).toBe('x\na\n');
  expect(addLine('x\r\n', 'a')).toBe('x\r\na\r\n');
  expect(addLine('x\r\ny', 'a')).toBe('x\r\ny\r\na\r\n');
  expect(addLine('x\r\na', 'a')).toBe('x\r\na');
});

test('a line less, all others to the byte', () => {
  expect(removeLine('a\nb\nc', 'b')).toBe('a\nc');
  expect(removeLine('a\r\nb \r\nc\r\n', 'b')).toBe('a\r\nc\r\n');
  expect(removeLine('a\nb', 'b')).toBe('a\n');
  expect(removeLine('ab\n', 'b')).toBe('ab\n');
});

test('a key is set where it stands, everywhere it stands, in all its spellings', () => {
  const key = 'net.ipv4.ip_forward';
  expect(setKey('', key, '1')).toBe(`${key} = 1\n`);
  expect(setKey(`# ${key}=0\r\n${key}=0\r\nx = 1`, key, '1')).toBe(`# ${key}=0\r\n${key} = 1\r\nx = 1`);
  expect(setKey(`${key} = 0\nx = 1\n${key}=2`, key, '1')).toBe(`${key} = 1\nx = 1\n${key} = 1`);
  expect(setKey('-net/ipv4/ip_forward=0\n', key, '1')).toBe(`${key} = 1\n`);
  expect(setKey('net.ipv4.ip_forward_x=0\n', key, '1')).toBe(`net.ipv4.ip_forward_x=0\n${key} = 1\n`);
});

test('twice is once', () => {
  const line = fc.constantFrom('a', 'b', 'k = 1', 'k=0', '# k=0', '', ' k = 2', 'a:1:2');
  const texts = fc
    .tuple(fc.array(line), fc.constantFrom('\n', '\r\n'), fc.boolean())
    .map(([lines, eol, last]) => lines.join(eol) + (last ? eol : ''));
  fc.assert(
    fc.property(texts, (text) => {
      const added = addLine(text, 'a:1:2');
      expect(addLine(added, 'a:1:2')).toBe(added);
      const removed = removeLine(text, 'a');
      expect(removeLine(removed, 'a')).toBe(removed);
      const set = setKey(text, 'k', '1');
      expect(setKey(set, 'k', '1')).toBe(set);
      expect(text.startsWith(addLine(text, 'new').replace(/\r?\n?new\r?\n$/, ''))).toBe(true);
    }),
  );
});
