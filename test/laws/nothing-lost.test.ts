import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accuse, diagnose, openCase, openRulebook, type Rulebook } from '../../src/core/diagnose.ts';
import { createDice, dockerLine, hostLine } from '../../src/rulebook/ordinary.ts';
import { pieces } from '../core/read-text.ts';
import { allRules, now } from '../diagnose-text.ts';
import { envelopes, failedStart } from './envelopes.ts';
import { samples } from './samples.ts';

/** How many generated inputs; the gate sets more. */
const runs = Math.ceil(Number(process.env['DOCKER_WHY_FUZZ'] ?? 3000) / 10);

const fast = openRulebook(allRules);
/** Every line is decoded, and looked at one by one. */
const plain: Rulebook = { ...fast, interest: { isInteresting: fast.interest.isInteresting } };
/** Every line is taken apart. */
const naive: Rulebook = { ...fast, interest: { isInteresting: () => true } };

const read = (book: Rulebook, bytes: Uint8Array, size: number) => {
  const open = openCase('x', book);
  for (const chunk of pieces(bytes, size)) open.reader.push(chunk);
  open.reader.end();
  return {
    diagnosis: diagnose(open, accuse(open, now)),
    notables: open.notebook.notables(),
    tally: open.notebook.tally,
  };
};

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const join = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

const stamp = 'Nov 23 08:24:56 host1 ';
const noiseOf = (seed: number, lines: number): string => {
  const dice = createDice(seed);
  return Array.from({ length: lines }, () => `${stamp}${dice.roll() < 0.3 ? dockerLine(dice) : hostLine(dice)}\n`).join(
    '',
  );
};
const noise = encode(noiseOf(7, 150));
const lineEnd = encode('\n');

const bytesOf = ({ file, bytes }: (typeof samples)[number]): Uint8Array =>
  file.endsWith('.gz') ? gunzipSync(bytes) : bytes;

describe('over bytes and line by line the samples give the same entries, counts and diagnoses', () => {
  for (const sample of samples) {
    test(sample.file, () => {
      const bytes = bytesOf(sample);
      for (const text of [bytes, join([noise, lineEnd, bytes, lineEnd, noise])]) {
        const expected = read(plain, text, text.length);
        expect(read(fast, text, text.length)).toEqual(expected);
        expect(read(fast, text, 777)).toEqual(expected);
        expect(read(naive, text, text.length).diagnosis.findings).toEqual(expected.diagnosis.findings);
      }
    });
  }
});

const texts = samples.map((sample) => new TextDecoder().decode(bytesOf(sample)));
const sampleLines = texts.flatMap((text) => text.split('\n').slice(0, 40));
const wrapped = Object.values(envelopes).map((wrap) => wrap(failedStart));

/** What opens, closes or breaks the frames of the reader. */
const oddLines = [
  `${stamp}dockerd[4711]: time="2026-11-23T08:24:56Z" level=info msg="a,failed to start daemon: x,c"`,
  `${stamp}kernel: docker0: a,b,c,d`,
  `time,message,x\n${stamp}kernel: docker0: a,b,c,d\n${stamp}sshd[1]: a`,
  '',
  ' ',
  '\u00a0',
  '\u3000x',
  '\ufeff',
  '\t',
  '\r',
  'progress 10%\rprogress 20%\r',
  `${stamp}dockerd[1]: a\rfailed to start daemon: b`,
  '\0\0\0',
  'x\0dockerd',
  '> ',
  '> Nov 23 08:24:56 host1 dockerd[4711]: failed to start daemon: x',
  '```',
  '● docker.service - Docker Application Container Engine',
  '   Loaded: loaded (/lib/systemd/system/docker.service; enabled)',
  '   Active: failed (Result: exit-code)',
  '░░ The unit docker.service has entered the failed state.',
  '-- Support: https://www.debian.org/support',
  '-- No entries --',
  '-- Boot 0123456789abcdef --',
  'lines 1-20/20 (END)',
  '~',
  '{',
  '}',
  '[',
  ']',
  '{"MESSAGE":"failed to start daemon: x","_SYSTEMD_UNIT":"docker.service"}',
  '{"log":"hello\\n","stream":"stderr","time":"2026-11-23T08:24:56Z"}',
  '{"MESSAGE":[102,111,111],"_COMM":"dockerd"}',
  '[{"message":"a"},',
  'data: {"message":"failed to start daemon"}',
  '\u001e{"MESSAGE":"x"}',
  '__CURSOR=s=1',
  '__REALTIME_TIMESTAMP=1795418696723000',
  'MESSAGE=failed to start daemon: no subuid ranges found',
  '_SYSTEMD_UNIT=docker.service',
  'Mon 2026-11-23 08:24:56.123456 UTC [s=abc;i=1;b=2;m=3;t=4;x=5]',
  '    MESSAGE=failed to start daemon: x',
  '        wrapped field',
  'timestamp,message',
  '2026-11-23 08:24:56,"failed to start daemon: ""x"""',
  '@timestamp,@message,@logStream',
  '2026-11-23T08:24:56.123456789Z stderr P failed to start ',
  '2026-11-23T08:24:56.123456789Z stderr F daemon: x',
  '2026-11-23T08:24:56.123456789Z stdout F fine',
  '[ 12.345678] docker0: port 1(veth0) entered blocking state',
  '[FAILED] Failed to start docker.service - Docker Application Container Engine.',
  'docker: Error response from daemon: OCI runtime create failed: x',
  "See 'docker run --help'.",
  'failed to start daemon: error initializing graphdriver: devmapper: Base Device UUID and Filesystem verification failed',
  'and this goes on in a line of its own without a stamp, as mail and terminals do with long lines',
  'short rest',
  `${stamp}dockerd[4711]: time="2026-11-23T08:24:56Z" level=error msg="failed to`,
  `${stamp}dockerd[4711]: time="2026-11-23T08:24:56Z" level=info msg="API listen on /run/docker.sock"`,
  `${stamp}dockerd[4711]: time="2026-11-23T08:24:56Z" level=info msg="a" error="b"`,
  `${stamp}dockerd[4711]: time="2026-11-23T08:24:56Z" level=info msg="a  b..." k=v>`,
  ...[
    '"a..." k=v',
    '"a..."',
    '"a...b"',
    '"docker a... b"',
    '"a" k="b..."',
    '"a..."x',
    '"docker \\"a\\"..." k=v',
    '"a...." k=v>',
  ].map((fields) => `${stamp}containerd[4711]: time="2026-11-23T08:24:56Z" level=info msg=${fields}`),
  `${stamp}dockerd[4711]: time="2026-11-23T08:24:56Z" level=info msg="\\"a\\" &lt;" k="\\u00e9"`,
  `${stamp}dockerd[4711]: time="2026-11-23T08:24:56Z" level=debug msg="no subuid ranges found" k=1`,
  `${stamp}containerd[4711]: time="2026-11-23T08:24:56Z" level=warning msg="x" error="no such file or directory"`,
  `${stamp}0a1b2c3d[4711]: docker: hello`,
  `${stamp}kernel: docker0: received packet on eth0`,
  `${stamp}kernel: docker0: x #012y`,
  `${stamp}systemd[1]: var-lib-docker-x\\x2dy.mount: Deactivated successfully.`,
  `${stamp}systemd[1]: docker.service: Failed with result 'exit-code'.`,
  `${stamp}systemd[1]: Starting docker.service - Docker Application Container Engine...`,
  `${stamp}systemd[1]: Started docker.service - Docker Application Container Engine.`,
  ...[
    'connection refused',
    'docker: Error response from daemon: permission denied',
    'Cannot connect to the Docker daemon at unix:///var/run/docker.sock.',
    'failed to start daemon: no subuid ranges found',
    'error  response from daemon: x',
    'Error&nbsp;response from daemon: x',
    'a #012failed to start daemon: x',
    '{"message":"failed to start daemon: x","program":"dockerd"}',
    'time="2026-11-23T08:24:56Z" level=error msg="failed to start daemon"',
    'time="2026-11-23T08:24:56Z" level=error msg="connection refused" error="no such file or directory"',
    '-- No entries --',
    'Hint: You are currently not seeing messages from other users.',
    'Users in groups "adm" can see',
    'connection refused \\u001b[31m red',
    'Nov 23 08:24:56 host2 dockerd[1]: failed to start daemon: x',
    'connection refused>',
  ].flatMap((text) => [
    `${stamp}java[812]: ${text}`,
    `${stamp}my.app: ${text}`,
    `2026-11-23T08:24:56.123Z host1 0a1b2c3d4e5f[9]: ${text}`,
  ]),
  `4월 21 14:07:44 host1 dockerd[1]: failed to start daemon`,
  `é failed to start daemon`,
  `${'x'.repeat(3000)} no subuid ranges`,
];

const hits = allRules.flatMap(({ examples }) => examples.hit.filter((hit) => !hit.includes('\n')));

const line = fc.oneof(
  {
    weight: 2,
    // a quiet line whose rest is bare: together they say something
    arbitrary: fc
      .tuple(fc.constantFrom(...hits), fc.nat())
      .map(([hit, at]) => `${stamp}kernel: docker0: ${hit.slice(0, at % hit.length)}\n${hit.slice(at % hit.length)}`),
  },
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 9999 }).map((seed) => noiseOf(seed, 1).trimEnd()) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 9999 }).map((seed) => noiseOf(seed, 9).trimEnd()) },
  { weight: 3, arbitrary: fc.constantFrom(...sampleLines) },
  { weight: 5, arbitrary: fc.constantFrom(...oddLines) },
  { weight: 1, arbitrary: fc.constantFrom(...wrapped) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...sampleLines),
        fc.nat(),
        fc.constantFrom('\r', '\0', '  ', '"', '\\', '>', '\u2026', '\n'),
      )
      .map(([text, at, mark]) => text.slice(0, at % (text.length + 1)) + mark + text.slice(at % (text.length + 1))),
  },
);

const stream = fc
  .tuple(
    fc.array(fc.tuple(line, fc.constantFrom('\n', '\n', '\n', '\n', '\r\n', '\r')), { maxLength: 60 }),
    fc.boolean(),
  )
  .map(([lines, ended]) => lines.map(([text, end]) => text + end).join('') + (ended ? '' : 'dockerd: failed to'));

const utf16 = (text: string): Uint8Array => {
  const bytes = new Uint8Array(2 * text.length + 2);
  bytes.set([0xff, 0xfe]);
  for (let at = 0; at < text.length; at += 1) {
    bytes[2 * at + 2] = text.charCodeAt(at) & 255;
    bytes[2 * at + 3] = text.charCodeAt(at) >> 8;
  }
  return bytes;
};

test(`over bytes and line by line ${runs} streams of anything give the same`, { timeout: 3_600_000 }, () => {
  fc.assert(
    fc.property(
      stream,
      fc.integer({ min: 1, max: 3000 }),
      fc.constantFrom(encode, encode, encode, utf16),
      (text, size, as) => {
        const bytes = as(text);
        const expected = read(plain, bytes, bytes.length);
        expect(read(fast, bytes, size)).toEqual(expected);
      },
    ),
    { numRuns: runs },
  );
});

test('the border of two chunks may stand anywhere', () => {
  const text = encode(
    `${noiseOf(3, 6)}${oddLines.slice(0, 30).join('\n')}\n${noiseOf(4, 3)}é failed to start daemon\r\n${noiseOf(5, 2)}`,
  );
  const expected = read(plain, text, text.length);
  for (let at = 512; at < text.length; at += 1) {
    const open = openCase('x', fast);
    open.reader.push(text.subarray(0, at));
    open.reader.push(text.subarray(at));
    open.reader.end();
    expect(open.notebook.notables()).toEqual(expected.notables);
  }
});

/** Longer than what is looked at at once, with a message across each border. */
test('overlong lines give the same in chunks of any size', () => {
  const message =
    'failed to load listeners: no sockets found via socket activation: make sure the service was started by systemd';
  for (const filler of ['docker x ', 'y é ', 'z']) {
    for (const length of [65_400, 65_536, 131_000, 262_100, 600_000]) {
      const long = filler.repeat(Math.ceil(length / filler.length)).slice(0, length);
      const bytes = encode(
        `${noiseOf(1, 9)}${stamp}dockerd[1]: ${long}${message}${long}\n${noiseOf(2, 9)}${long}${message}`,
      );
      const expected = read(plain, bytes, bytes.length);
      for (const size of [bytes.length, 4096, 65_536, 100_001]) expect(read(fast, bytes, size)).toEqual(expected);
    }
  }
});
