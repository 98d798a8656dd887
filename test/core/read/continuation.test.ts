import { expect, test } from 'vitest';
import { createContinuation } from '../../../src/core/read/continuation.ts';
import type { Entry } from '../../../src/core/types.ts';
import { entryWith } from '../make.ts';

/** `*` has a prefix, `.` breaks off, `-` is bare and long, the rest is bare and short. */
const joined = (...lines: readonly string[]): readonly string[] => {
  const found: Entry[] = [];
  const { push, breakOff } = createContinuation((entry) => void found.push(entry));
  for (const line of lines) {
    if (line === '.') breakOff();
    else if (line.startsWith('*')) push(entryWith({ text: line, program: 'dockerd' }));
    else push(entryWith({ text: line.startsWith('-') ? line.padEnd(60, '-') : line }));
  }
  breakOff();
  return found.map(({ text, more = [] }) => [text, ...more].map((one) => one.replace(/-+$/, '-')).join('+'));
};

for (const [name, lines, found] of [
  ['a wrapped line', ['*a', 'b', '*c'], ['*a+b', 'b', '*c']],
  ['three lines at most', ['*a', '-', '-', '-', 'e', '*f'], ['*a+-+-+-', '-+-+-+e', '-+-+e', '-+e', 'e', '*f']],
  ['a blank line ends it', ['*a', '.', 'b'], ['*a', 'b']],
  ['a short bare line does not go on', ['a', 'b'], ['a', 'b']],
  ['a long bare line does', ['-', 'b', '*c'], ['-+b', 'b', '*c']],
  ['two that wait', ['*a', '-', 'c', '*d'], ['*a+-+c', '-+c', 'c', '*d']],
  ['the end of the input', ['*a', 'b'], ['*a+b', 'b']],
] as const) {
  test(name, () => expect(joined(...lines)).toEqual(found));
}

// what is closed takes more lines as long as it waits: src/core/read/continuation.ts, push
test('a short bare line does not go on behind one that does', () => {
  expect(joined('*a', 'b', 'c', '*d')).toEqual(['*a+b+c', 'b', 'c', '*d']);
});

test('entries come in the order of the text, and as soon as nothing can follow', () => {
  const found: string[] = [];
  const { push } = createContinuation(({ text }) => void found.push(text));
  push(entryWith({ text: 'a', program: 'x' }));
  expect(found).toEqual([]);
  push(entryWith({ text: 'b', program: 'x' }));
  expect(found).toEqual(['a']);
});
