import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../errors.ts';
import type { Source } from './source.ts';
import { unpacked } from './unpack.ts';

const chunkSize = 256 * 1024;

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'it may not be read; try sudo',
  EPERM: 'it may not be read; try sudo',
  EISDIR: 'it is a directory',
  ELOOP: 'its symbolic links go in a circle',
};

/** What the system said about a path, as a sentence with a next step. */
export const inputError = (path: string, error: unknown): InputError => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return new InputError(
    `cannot read ${path}`,
    reasons[code] ?? (error instanceof Error ? error.message : String(error)),
  );
};

async function* bytesOf(path: string): AsyncIterable<Uint8Array> {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    throw inputError(path, error);
  }
  try {
    for (;;) {
      const buffer = Buffer.allocUnsafe(chunkSize);
      const size = readSync(file, buffer, 0, chunkSize, null);
      if (size === 0) return;
      yield buffer.subarray(0, size);
    }
  } catch (error) {
    throw inputError(path, error);
  } finally {
    closeSync(file);
  }
}

const fileSource = (path: string): Source => ({ name: path, chunks: () => unpacked(bytesOf(path), path) });

const isRegular = (path: string): boolean => {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
};

/** A file is one input; a directory is one input for each file below it. */
export const fileSources = (path: string): readonly Source[] => {
  let isDirectory: boolean;
  try {
    isDirectory = statSync(path).isDirectory();
  } catch (error) {
    throw inputError(path, error);
  }
  if (!isDirectory) return [fileSource(path)];
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter(isRegular)
    .sort();
  if (files.length === 0) throw new InputError(`${path} holds no files`, 'name a log, or a directory of logs');
  return files.map(fileSource);
};
