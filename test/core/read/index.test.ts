import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bytesOf, readBytes, readLine, readText } from '../read-text.ts';

const mixed = `# a ticket
● docker.service - Docker
   Loaded: loaded
   Active: failed (Result: exit-code)

\`\`\`
11월 23 08:24:56 host1 dockerd[4711]: failed to start daemon: no subuid ranges
found for user "x"
\`\`\`
{"MESSAGE":"één","_PID":"1"}
{
  "MESSAGE": "two\\nlines"
}
Mon 2026-11-23 08:24:56 CET [s=0a1b;i=1]
    MESSAGE=three
            four
10%\r100%\r
2026-11-23T07:24:56Z stderr P begun
2026-11-23T07:24:56Z stderr F , ended
<30>1 2026-11-23T07:24:56Z host1 dockerd 1 - - 🐳
\tlast`;

const samples = readdirSync('samples', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.log'))
  .sort()
  .filter((_, index) => index % 12 === 0)
  .map((name) => readFileSync(join('samples', name)));

test('the mixed ticket is read', () => {
  const texts = readText(mixed).map((entry) => `${entry.line} ${entry.text.replace(/^systemd: /, '')}`);
  expect(texts).toEqual([
    '1 # a ticket',
    '3 Loaded: loaded',
    '4 Active: failed (Result: exit-code)',
    '7 failed to start daemon: no subuid ranges',
    '8 found for user "x"',
    '10 één',
    '11 two',
    '11 lines',
    '15 three',
    '15 four',
    '17 10%',
    '17 100%',
    '19 begun, ended',
    '20 🐳',
    '21 last',
  ]);
});

for (const size of [1, 7, 64 * 1024]) {
  test(`the same entries in chunks of ${size}`, () => {
    for (const bytes of [bytesOf(mixed), ...samples]) expect(readBytes(bytes, size)).toEqual(readBytes(bytes));
  });
}

const journal = bytesOf('__CURSOR=s=1\nMESSAGE=one\n_PID=1\n\n__CURSOR=s=2\nMESSAGE\n\x04\0\0\0\0\0\0\0two!\n\n');

test('journalctl -o export in chunks of 30', () => {
  expect(readBytes(journal, 30).map((entry) => entry.text)).toEqual(['one', 'two!']);
});

// the first chunk alone decides: src/core/read/index.ts, createReader
test('journalctl -o export in chunks of one byte', () => {
  expect(readBytes(journal, 1)).toEqual(readBytes(journal));
});

test('an overlong line gives the same entries whatever the chunk size', () => {
  const bytes = bytesOf(`Nov 23 08:24:56 host1 dockerd[1]: ${'many words '.repeat(10_000)}\n`);
  expect(readBytes(bytes, 7)).toEqual(readBytes(bytes));
});

test('what an overlong line holds is found in every part of it', () => {
  for (const at of [0, 8000, 65_490, 131_026]) {
    const text = `Nov 23 08:24:56 host1 dockerd[1]: ${'x'.repeat(at)} no subuid ranges found ${'x'.repeat(80_000)}\n`;
    for (const size of [4096, text.length]) {
      const found = readBytes(bytesOf(text), size).filter((entry) => entry.text.includes('no subuid ranges found'));
      expect(found[0]?.speaker, `at ${at}, chunks of ${size}`).toBe('daemon');
    }
  }
});

test('an empty input, and one of empty chunks, has no entries', () => {
  expect(readText('')).toEqual([]);
  expect(readText('\n\n \n')).toEqual([]);
});

test('lines of no interest are passed over, those behind one of interest are not', () => {
  const lines = Array.from({ length: 20 }, (_, index) => `line ${index + 1}`).join('\n');
  const kept = readBytes(bytesOf(lines), 1000, { isInteresting: (line) => line.endsWith('10') }).map(
    (entry) => entry.line,
  );
  expect(kept).toEqual([1, 2, 3, 4, 10, 11, 12, 13]);
});

test('envelope in envelope', () => {
  const inner = 'time=\\"2026-11-23T07:24:56Z\\" level=fatal msg=\\"no space\\"';
  const entry = readLine(
    `2026-11-23T07:24:57Z stderr F Nov 23 08:24:56 host1 dockerd[4711]: {"log":"${inner}\\n","stream":"stderr"}`,
  );
  expect(entry).toMatchObject({
    at: '2026-11-23T07:24:57Z',
    innerAt: '2026-11-23T07:24:56Z',
    host: 'host1',
    program: 'dockerd',
    pid: 4711,
    level: 'fatal',
    speaker: 'daemon',
    text: 'no space',
  });
});

// these prefixes are taken for a stamp that nobody knows, and the time goes with them: src/core/read/prefix.ts, `shapes`
for (const prefix of ['dind-1 | ', '<30>']) {
  test(`a journal behind "${prefix}" keeps its time`, () => {
    expect(readLine(`${prefix}Nov 23 08:24:56 host1 dockerd[4711]: no`).at).toBe('Nov 23 08:24:56');
  });
}
