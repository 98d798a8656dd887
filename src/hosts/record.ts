import type { Reply, Request } from '../core/types.ts';
import type { Asked } from './once.ts';
import type { Recording } from './recording.ts';

/** What a recording is made of, as it was seen. */
export type Seen = Omit<Recording, 'docker-why-recording' | 'made'> & {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Takes secrets out of a text. */
  readonly redact: (text: string) => string;
};

type Redact = Seen['redact'];

const mapTexts = (value: unknown, map: Redact): unknown => {
  if (typeof value === 'string') return map(value);
  if (Array.isArray(value)) return value.map((one) => mapTexts(one, map));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapTexts(one, map)]));
};

/** A secret is known by the word before it: `--token X` is seen as one text, and taken apart again. */
const redactArgv = (argv: readonly string[], redact: Redact): readonly string[] => {
  const words = redact(argv.join(' ')).split(' ');
  return words.length === argv.length ? words : argv.map(redact);
};

const redactRequest = (request: Request, redact: Redact): Request =>
  request.read === 'output' ? { ...request, argv: redactArgv(request.argv, redact) } : request;

/** A variable's value is judged by its name. */
const redactReply = ({ request, reply }: Asked, redact: Redact): Reply => {
  if (request.read === 'variable' && reply.known && 'value' in reply && reply.value !== undefined) {
    const before = `${request.name}=`;
    const safe = redact(before + reply.value);
    return { ...reply, value: safe.startsWith(before) ? safe.slice(before.length) : redact(reply.value) };
  }
  return mapTexts(reply, redact) as Reply;
};

/** Everything that was read and answered, without its secrets. */
export const recordingOf = ({ now, by, host, scene, logs, replies, redact }: Seen): Recording => ({
  'docker-why-recording': 1,
  made: new Date(now).toISOString(),
  by,
  host,
  scene,
  logs: logs.map(({ name, text }) => ({ name, text: redact(text) })),
  replies: replies.map((asked) => ({
    request: redactRequest(asked.request, redact),
    reply: redactReply(asked, redact),
  })),
});
