import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { InputError } from '../errors.ts';
import { looksRecorded, mostBytes, parseRecording, type Recording } from './recording.ts';

/** Reads a recording that a person named. */
export const readRecording = async (path: string): Promise<Recording> => {
  let text: string;
  try {
    if ((await stat(path)).size > mostBytes) throw new InputError(`${path} is too large for a recording`, 'is it one?');
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(
      `cannot read the recording ${path}`,
      'a host is ssh://USER@HOST, local, or a file that --record made',
    );
  }
  return parseRecording(text, path);
};

const failure = (path: string, error: unknown): InputError =>
  new InputError(
    `cannot write ${path}`,
    error instanceof Error && 'code' in error
      ? `${String(error.code)}: is the directory there, and may you write to it?`
      : String(error),
  );

/** Only a recording is written over; whatever else is there was not meant. */
const mayReplace = async (path: string): Promise<boolean> => {
  const isFile = await lstat(path).then(
    (found) => found.isFile(),
    () => undefined,
  );
  if (isFile !== true) return isFile === undefined;
  const file = await open(path, constants.O_RDONLY);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(256), 0, 256, 0);
    return bytesRead === 0 || looksRecorded(buffer.toString('utf8', 0, bytesRead));
  } finally {
    await file.close();
  }
};

/** Whole or not at all, and for the person's eyes only: it tells much of a host. */
export const writeRecording = async (path: string, recording: Recording): Promise<void> => {
  const target = await realpath(path).catch(() => path);
  const beside = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}`);
  try {
    if (!(await mayReplace(target)))
      throw new InputError(`${path} is there already and is no recording`, 'name another file for --record');
    const file = await open(beside, 'wx', 0o600);
    try {
      await file.writeFile(`${JSON.stringify(recording, undefined, 1)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => {});
    throw error instanceof InputError ? error : failure(path, error);
  }
};
