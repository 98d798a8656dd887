import type { Scene } from '../core/ask/scene.ts';
import { InputError } from '../errors.ts';
import type { Asked } from './once.ts';
import { isReplyTo, isRequest } from './recording-shape.ts';

/** One file that replays anywhere: what was read, what was asked, and what the host said. Secrets are taken out. */
export interface Recording {
  /** The version of this format. */
  readonly 'docker-why-recording': 1;
  /** ISO time. */
  readonly made: string;
  /** The version of docker-why. */
  readonly by: string;
  /** The name of the host. */
  readonly host: string;
  readonly scene: Scene;
  readonly logs: readonly { readonly name: string; readonly text: string }[];
  readonly replies: readonly Asked[];
}

/** A larger one is not read. */
export const mostBytes = 64 * 1024 * 1024;
const hint = 'a recording is made with docker-why --record FILE';

/** Is a text meant to be a recording? Its first bytes are enough. */
export const looksRecorded = (text: string): boolean => /^\s{0,64}\{\s{0,64}"docker-why-recording"\s{0,64}:/.test(text);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): value is string => typeof value === 'string';

const isScene = (value: unknown): value is Scene => {
  if (!isObject(value) || !Number.isFinite(value['now'])) return false;
  const { since, unit, rootless } = value;
  if (since !== undefined && !Number.isFinite(since)) return false;
  if (unit !== undefined && !isText(unit)) return false;
  return rootless === undefined || (isObject(rootless) && isText(rootless['home']) && isText(rootless['runtime']));
};

const isAsked = (value: unknown): value is Asked => {
  if (!isObject(value)) return false;
  const { request, reply } = value;
  return isRequest(request) && isReplyTo(request, reply);
};

const isLog = (value: unknown): value is Recording['logs'][number] =>
  isObject(value) && isText(value['name']) && isText(value['text']);

/** The first thing that is not as it should be. */
const problemOf = (value: Readonly<Record<string, unknown>>): string | undefined => {
  const { made, by, host, scene, logs, replies } = value;
  if (!isText(made) || Number.isNaN(Date.parse(made))) return 'it has no time';
  if (!isText(by) || !isText(host)) return 'it does not say of which host it is';
  if (!isScene(scene)) return 'its scene cannot be read';
  if (!Array.isArray(logs) || !logs.every(isLog)) return 'its logs cannot be read';
  if (!Array.isArray(replies)) return 'it has no replies';
  const at = replies.findIndex((one) => !isAsked(one));
  return at === -1 ? undefined : `reply ${at + 1} cannot be read`;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Throws an InputError for what is no recording; `name` is the file's. */
export const parseRecording = (text: string, name: string): Recording => {
  if (text.length > mostBytes) throw new InputError(`${name} is too large for a recording`, hint);
  const value = parsed(text);
  if (!isObject(value) || !('docker-why-recording' in value))
    throw new InputError(`${name} is not a recording of docker-why`, hint);
  if (value['docker-why-recording'] !== 1)
    throw new InputError(`${name} was recorded by a newer docker-why`, 'update docker-why, or record it again');
  const problem = problemOf(value);
  if (problem !== undefined) throw new InputError(`${name} is damaged: ${problem}`, hint);
  return value as unknown as Recording;
};
