import { spawnSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { unpacked } from '../../src/collect/unpack.ts';
import { InputError } from '../../src/errors.ts';
import { pieces } from '../core/read-text.ts';

async function* streamOf(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  yield* pieces(bytes, size);
}

const unpack = async (bytes: Uint8Array, size = 65_536): Promise<string> => {
  const all: Uint8Array[] = [];
  for await (const chunk of unpacked(streamOf(bytes, size), 'x.log')) all.push(chunk);
  return Buffer.concat(all).toString();
};

const lines = Array.from({ length: 5000 }, (_, index) => `line ${index} ${(index * 7919) % 4099}\n`).join('');
const packed = gzipSync(lines);

test('text goes through as it is', async () => {
  expect(await unpack(Buffer.from('no space'))).toBe('no space');
  expect(await unpack(Buffer.from('no space'), 1)).toBe('no space');
});

test('nothing is nothing', async () => expect(await unpack(new Uint8Array())).toBe(''));

for (const size of [65_536, 100, 2]) {
  test(`gzip in chunks of ${size}`, async () => expect(await unpack(packed, size)).toBe(lines));
}

// the first chunk alone decides: src/collect/unpack.ts, unpacked
test('gzip in chunks of one byte', async () => expect(await unpack(gzipSync('no space'), 1)).toBe('no space'));

test('two gzip files behind one another', async () => {
  expect(await unpack(Buffer.concat([gzipSync('one '), gzipSync('two')]))).toBe('one two');
});

test('a gzip that was cut gives what came before', async () => {
  const text = await unpack(packed.subarray(0, packed.length / 2));
  expect(text.length).toBeGreaterThan(lines.length / 4);
  expect(lines.startsWith(text)).toBe(true);
});

test('a gzip that is broken within is an input error', async () => {
  const broken = Uint8Array.from(packed);
  broken.fill(0xff, 2000, 2100);
  await expect(unpack(broken)).rejects.toThrow(InputError);
  await expect(unpack(Uint8Array.of(0x1f, 0x8b, 9, 9, 9, 9, 9, 9, 9, 9, 9))).rejects.toThrow(
    'x.log is not a whole gzip file',
  );
});

test('a binary journal file: the command that reads it', async () => {
  await expect(unpack(Buffer.from('LPKSHHRH........'))).rejects.toMatchObject({
    message: 'x.log is a binary journal file',
    hint: expect.stringContaining('journalctl --file x.log'),
  });
});

const isInstalled = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;

const packedWith = (program: string, text: string): Uint8Array => spawnSync(program, ['-c'], { input: text }).stdout;

for (const program of ['xz', 'bzip2', 'zstd']) {
  describe.skipIf(!isInstalled(program))(program, () => {
    for (const size of [65_536, 100]) {
      test(`in chunks of ${size}`, async () => expect(await unpack(packedWith(program, lines), size)).toBe(lines));
    }

    test('what is much longer than a pipe holds', async () => {
      const long = lines.repeat(40);
      expect(await unpack(packedWith(program, long))).toBe(long);
    });

    test('a file that was cut gives what came before', async () => {
      const whole = packedWith(program, lines.repeat(40));
      const text = await unpack(whole.subarray(0, whole.length - 20));
      expect(lines.repeat(40).startsWith(text)).toBe(true);
    });

    test('a file that is broken within is an input error', async () => {
      const broken = Uint8Array.from(packedWith(program, lines));
      broken.fill(0xff, 12, 200);
      await expect(unpack(broken)).rejects.toThrow(`x.log is not a whole ${program} file`);
    });
  });
}

test('a program that is not installed is named', async () => {
  const path = process.env['PATH'];
  process.env['PATH'] = '/nowhere';
  try {
    await expect(unpack(Uint8Array.of(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 0, 0, 0))).rejects.toMatchObject({
      message: 'x.log is packed with xz, which is not installed here',
      hint: expect.stringContaining('xz-utils'),
    });
  } finally {
    process.env['PATH'] = path;
  }
});

for (const [program, bytes] of [
  ['gzip', packed],
  ['xz', Uint8Array.of(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 0, 4)],
] as const) {
  test(`${program}: an input that cannot be read on keeps its own error`, async () => {
    async function* broken(): AsyncIterable<Uint8Array> {
      yield bytes.subarray(0, 1000);
      throw new InputError('cannot read x.log', 'it may not be read');
    }
    const all = async (): Promise<void> => {
      for await (const _ of unpacked(broken(), 'x.log'));
    };
    await expect(all()).rejects.toThrow('cannot read x.log');
  });
}
