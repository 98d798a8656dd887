import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { InputError } from '../../src/errors.ts';
import type { Recording } from '../../src/hosts/recording.ts';
import { readRecording, writeRecording } from '../../src/hosts/recording-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'recordings-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const recording: Recording = {
  'docker-why-recording': 1,
  made: '2024-05-01T00:00:00.000Z',
  by: '0.1.0',
  host: 'web1',
  scene: { now: 1 },
  logs: [],
  replies: [],
};

test('it is written for its owner only, and read again', async () => {
  const path = join(folder, 'new.json');
  await writeRecording(path, recording);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(await readRecording(path)).toEqual(recording);
});

test('a recording is written over, anything else is not', async () => {
  const old = join(folder, 'old.json');
  await writeRecording(old, recording);
  await writeRecording(old, { ...recording, host: 'web2' });
  expect((await readRecording(old)).host).toBe('web2');
  const notes = join(folder, 'notes.txt');
  writeFileSync(notes, 'mine');
  await expect(writeRecording(notes, recording)).rejects.toThrow(InputError);
  expect(readFileSync(notes, 'utf8')).toBe('mine');
  mkdirSync(join(folder, 'folder'));
  await expect(writeRecording(join(folder, 'folder'), recording)).rejects.toThrow('no recording');
  await expect(writeRecording('/dev/null', recording)).rejects.toThrow('no recording');
  await expect(writeRecording(join(folder, 'missing', 'x'), recording)).rejects.toThrow('cannot write');
});

test('a link stays a link', async () => {
  const real = join(folder, 'real.json');
  await writeRecording(real, recording);
  symlinkSync('real.json', join(folder, 'link.json'));
  await writeRecording(join(folder, 'link.json'), { ...recording, host: 'web3' });
  expect((await readRecording(real)).host).toBe('web3');
});

test('nothing is left beside it', () => {
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('what cannot be read is said', async () => {
  await expect(readRecording(join(folder, 'missing'))).rejects.toThrow(InputError);
  await expect(readRecording(folder)).rejects.toThrow(InputError);
});
