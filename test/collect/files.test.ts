import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { fileSources } from '../../src/collect/files.ts';
import type { Source } from '../../src/collect/source.ts';
import { InputError } from '../../src/errors.ts';

const root = mkdtempSync(join(tmpdir(), 'docker-why-'));
afterAll(() => rmSync(root, { recursive: true }));

const at = (name: string): string => join(root, name);
mkdirSync(at('logs/deep'), { recursive: true });
mkdirSync(at('empty/deeper'), { recursive: true });
writeFileSync(at('logs/b.log'), 'second');
writeFileSync(at('logs/a.txt'), gzipSync('first'));
writeFileSync(at('logs/deep/c.gz'), 'third, not packed');
writeFileSync(at('logs/none'), '');
symlinkSync(at('circle'), at('circle'));
symlinkSync(at('nowhere'), at('logs/dangling'));

const textOf = async ({ chunks }: Source): Promise<string> => {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks()) all.push(chunk);
  return Buffer.concat(all).toString();
};

test('a directory is one input for each file below it, unpacked by its content', async () => {
  const sources = fileSources(at('logs'));
  const texts = await Promise.all(sources.map(async (one) => [relative(root, one.name), await textOf(one)]));
  expect(texts).toEqual([
    ['logs/a.txt', 'first'],
    ['logs/b.log', 'second'],
    ['logs/deep/c.gz', 'third, not packed'],
    ['logs/none', ''],
  ]);
});

test('a file is one input, under the name that was given', async () => {
  const [source, second] = fileSources(at('logs/b.log'));
  expect([source?.name, second]).toEqual([at('logs/b.log'), undefined]);
});

test('a large file is read to its end', async () => {
  writeFileSync(at('large'), 'x'.repeat(600_000));
  const [source] = fileSources(at('large'));
  expect(source && (await textOf(source)).length).toBe(600_000);
});

for (const [name, message, hint] of [
  ['missing', 'cannot read', 'there is no such file'],
  ['circle', 'cannot read', 'its symbolic links go in a circle'],
  ['empty', 'holds no files', 'name a log, or a directory of logs'],
] as const) {
  test(`${name}: ${hint}`, () => {
    expect(() => fileSources(at(name))).toThrow(InputError);
    expect(() => fileSources(at(name))).toThrow(message);
    try {
      fileSources(at(name));
    } catch (error) {
      expect(error).toMatchObject({ hint });
    }
  });
}

test('a file that goes away before it is read is an input error', async () => {
  writeFileSync(at('gone'), 'x');
  const [source] = fileSources(at('gone'));
  rmSync(at('gone'));
  await expect(source && textOf(source)).rejects.toThrow(InputError);
});
