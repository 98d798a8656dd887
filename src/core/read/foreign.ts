import { classOf, digit, doubtfulOf, has, skip } from './byte-class.ts';
import { lastWords, soundsLikeClient, speakerOf } from './speaker.ts';

/**
 * Lines of programs that have nothing to do with Docker: they are never evidence, and a host's
 * journal is full of them (`connection refused`, `https://`). The same is decided as by taking
 * them apart; in doubt they are.
 */
const nameLetter = classOf(/[\w@./$+~-]/);
const longestName = 60;

/** What cleaning would change. */
const doubtful = doubtfulOf(/[\^\\]/);

const [open, close, colon, blank, hash] = ['[', ']', ':', ' ', '#'].map((one) => one.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
  number,
];

/**
 * What counts whoever prints it: last words, what journalctl says of a log that it could not show
 * (segment/marks.ts, here in any quotes), a JSON object, which may name another program; and what
 * cleaning would make of it.
 */
const matters = new RegExp(
  `${lastWords}|-- no entries|not seeing messages|insufficient permissions|users in |suppressed|&nbsp|&#|esc\\[|[:\\s]\\{\\s*"`,
  'i',
);

const known = new Map<string, boolean>();
/** Names are few; more are somebody's joke. */
const mostNames = 2000;

const isNobody = (name: string): boolean => {
  const before = known.get(name);
  if (before !== undefined) return before;
  const is = ['other', 'container'].includes(speakerOf(name));
  if (known.size < mostNames) known.set(name, is);
  return is;
};

/** Behind `[4711]: ` or `: `; -1 where there is neither. */
const messageAt = (bytes: Uint8Array, at: number): number => {
  let end = at;
  if (bytes[at] === open) {
    end = skip(digit, bytes, at + 1, 10);
    if (end === at + 1 || bytes[end] !== close) return -1;
    end += 1;
  }
  return bytes[end] === colon && bytes[end + 1] === blank ? end + 2 : -1;
};

const isPlain = (bytes: Uint8Array, from: number, to: number): boolean => {
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] as number;
    if (doubtful[byte] === 1 || (byte === blank && bytes[at + 1] === blank)) return false;
    // rsyslog's escape
    if (byte === hash && has(digit, bytes[at + 1])) return false;
  }
  return true;
};

const textOf = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode.apply(undefined, bytes.subarray(from, to) as unknown as number[]);

/** `program`: where its name begins in a line that ends at `to`. */
export const isForeign = (bytes: Uint8Array, program: number, to: number): boolean => {
  const end = skip(nameLetter, bytes, program, longestName);
  const message = end === program ? -1 : messageAt(bytes, end);
  if (message === -1 || message >= to || !isNobody(textOf(bytes, program, end))) return false;
  if (!isPlain(bytes, message, to)) return false;
  const text = textOf(bytes, message - 1, to);
  return !soundsLikeClient(text) && !matters.test(text);
};
