import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reports } from '../../src/report/index.ts';
import { allRules, diagnoseBytes } from '../diagnose-text.ts';
import { envelopes, failedStart } from '../laws/envelopes.ts';
import { samples } from '../laws/samples.ts';

/** How many inputs; the gate sets more. */
const runs = Number(process.env['DOCKER_WHY_FUZZ'] ?? 3000);

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const wholes = [
  ...samples.map(({ bytes }) => bytes),
  ...Object.values(envelopes).map((wrap) => encode(wrap(failedStart))),
];
const whole = fc.constantFrom(...wholes);

/** What hostile people and broken tools put into logs. */
const poison = fc.constantFrom(
  '\x1b]0;owned\x07',
  '\x1b[2J\x1b[31m',
  '\u009b31m',
  '\u202e\u2066',
  '\0',
  '\r',
  '\\"'.repeat(50),
  '"'.repeat(33),
  '{"MESSAGE":'.repeat(20),
  '['.repeat(500),
  '$(reboot); `id`',
  '../../etc/shadow',
  'time="" level=fatal msg="',
  "final child's pid from pipe ".repeat(40),
  'a'.repeat(9000),
  '\n'.repeat(100),
  '░░ ',
  '\ud800',
  '__CURSOR=x\nMESSAGE\n\xff\xff\xff\xff\xff\xff\xff\x7f',
);

const joined = (parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));

const cut = fc
  .tuple(whole, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([bytes, from, to]) =>
    bytes.subarray(Math.floor(Math.min(from, to) * bytes.length), Math.ceil(Math.max(from, to) * bytes.length)),
  );

const poisoned = fc
  .tuple(cut, poison, cut, poison, fc.uint8Array({ maxLength: 40 }))
  .map(([one, bad, two, worse, bytes]) => joined([one, encode(bad), two, encode(worse), bytes]));

const input = fc.oneof(
  fc.uint8Array({ maxLength: 2000 }),
  fc.string({ unit: 'binary', maxLength: 400 }).map(encode),
  cut,
  poisoned,
);

// a line end is the only control character that may reach a terminal
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
const dangerous = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\u2028\u2029\ufeff]/;

test(`${runs} hostile inputs: no crash, no control character on the terminal, valid JSON`, {
  timeout: 3_600_000,
}, () => {
  fc.assert(
    fc.property(input, (bytes) => {
      const diagnosis = diagnoseBytes(bytes, allRules);
      const text = reports.text([diagnosis], { colour: false, unicode: true, width: 80 });
      expect(text).not.toMatch(dangerous);
      expect(reports.markdown([diagnosis], {})).not.toMatch(dangerous);
      expect(JSON.parse(reports.json([diagnosis])).version).toBe(1);
    }),
    { numRuns: runs },
  );
});
