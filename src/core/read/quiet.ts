import { bytesOf, classOf, digit, doubtfulOf, has, skip, startsWith } from './byte-class.ts';
import { isForeign } from './foreign.ts';
import { programAt } from './program-at.ts';
import { isStampedAt } from './stamp.ts';

/**
 * Lines that are about Docker, say that all is well, and tell a diagnosis
 * nothing but that they are there: dockerd and containerd at level info, the
 * kernel about a bridge, systemd about a mount. Most of Docker's own journal is
 * made of them. Told from the bytes, and only where no doubt is possible: plain
 * ASCII, one of the commonest stamps, whole quotes, no escapes. All others are
 * taken apart.
 */
export interface Quiet {
  /** Who says it: only the daemon's pid is remembered. */
  readonly daemonPid?: number;
  /** `any`: the line has none. */
  readonly level: 'any' | 'debug' | 'info' | 'warning';
  /** Where the message begins. */
  readonly text: number;
  /** It is of a program that has nothing to do with Docker: whatever it says is no evidence. */
  readonly foreign?: true;
}

/** Longer lines are looked at as any other. */
const longest = 4096;

const code = (letter: string): number => letter.charCodeAt(0);
const [blank, quote, backslash, equals, dot, colon] = [' ', '"', '\\', '=', '.', ':'].map(code) as [
  number,
  number,
  number,
  number,
  number,
  number,
];

const keyLetter = classOf(/[\w.@/-]/);
const unitLetter = classOf(/[a-z\d_@.-]/);
/** What cleaning or peeling would change, or might: then the line is not quiet. */
const doubtful = doubtfulOf(/[&#^]/);

const own = new Set(['level', 'error', 'err', 'msg'].map((key) => `${key}=`));

/** A key that readLogfmt takes for more than an addition. */
const isOwnKey = (bytes: Uint8Array, from: number, end: number): boolean =>
  end - from <= 5 && own.has(String.fromCharCode(...bytes.subarray(from, end + 1)));

/** Behind a quoted value stands the end, or a blank and the next key. */
const isWholeBehind = (bytes: Uint8Array, at: number, to: number): boolean => {
  if (at === to) return true;
  if (bytes[at] !== blank) return false;
  const key = skip(keyLetter, bytes, at + 1, 40);
  return (
    key > at + 1 && key < to && bytes[key] === equals && !has(digit, bytes[at + 1]) && !isOwnKey(bytes, at + 1, key)
  );
};

/** Where a quoted value ends; -1 where it is broken. */
const quoteEnd = (bytes: Uint8Array, from: number, to: number): number => {
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] as number;
    if (byte === quote) return at;
    if (doubtful[byte] === 1) return -1;
    if (byte === backslash) {
      if (bytes[at + 1] !== quote) return -1;
      at += 1;
    }
    if (isOddAt(bytes, at)) return dotsEnd(bytes, at);
  }
  return -1;
};

/** Dots at the end of a value cut nothing off (`loading plugin \"...\"..."`); elsewhere they may (cut.ts). */
const dotsEnd = (bytes: Uint8Array, from: number): number => {
  let at = from;
  while (bytes[at] === dot) at += 1;
  return at > from && bytes[at] === quote ? at : -1;
};

/** Two blanks, three dots, `ESC[`. */
const isOddAt = (bytes: Uint8Array, at: number): boolean => {
  const byte = bytes[at];
  if (byte === blank) return bytes[at + 1] === blank;
  if (byte === dot) return bytes[at + 1] === dot && bytes[at + 2] === dot;
  return byte === 91 && ((bytes[at - 1] as number) | 32) === 99;
};

/** Are these `msg="..." key=value key="..."` to the end? `from`: behind the first quote. */
const isWholeMessage = (bytes: Uint8Array, from: number, to: number): boolean => {
  let at = quoteEnd(bytes, from, to);
  while (at !== -1) {
    if (!isWholeBehind(bytes, at + 1, to)) return false;
    at += 1;
    if (at === to) return true;
    // to the value
    at = skip(keyLetter, bytes, at + 1, 40) + 1;
    if (bytes[at] === quote) {
      at = quoteEnd(bytes, at + 1, to);
      continue;
    }
    const value = at;
    while (at < to && bytes[at] !== blank) {
      const byte = bytes[at] as number;
      if (doubtful[byte] === 1 || byte === quote || byte === backslash || isOddAt(bytes, at)) return false;
      at += 1;
    }
    if (at === value || (at === to && bytes[at - 1] === code('>'))) return false;
    if (at === to) return true;
    at -= 1;
  }
  return false;
};

const time = bytesOf('time="');
const levelNames = ['info', 'debug', 'warning'] as const;
const levels = levelNames.map((level) => bytesOf(` level=${level} msg="`));

/** `[4711]: time="..." level=info msg="` and so on. */
const quietDaemon = (bytes: Uint8Array, pidFrom: number, to: number, isDaemon: boolean): Quiet | undefined => {
  const pid = skip(digit, bytes, pidFrom, 10);
  if (pid === pidFrom || bytes[pid] !== 93 || bytes[pid + 1] !== colon || bytes[pid + 2] !== blank) return undefined;
  const text = pid + 3;
  if (!startsWith(bytes, text, time)) return undefined;
  let at = text + time.length;
  const stampLimit = at + 40;
  while (at < stampLimit && bytes[at] !== quote && bytes[at] !== backslash && doubtful[bytes[at] as number] === 0)
    at += 1;
  if (bytes[at] !== quote) return undefined;
  const level = levels.findIndex((one) => startsWith(bytes, at + 1, one));
  if (level === -1 || !isWholeMessage(bytes, at + 1 + (levels[level]?.length ?? 0), to)) return undefined;
  const daemonPid = isDaemon ? Number(String.fromCharCode(...bytes.subarray(pidFrom, pid))) : undefined;
  return { level: levelNames[level] ?? 'any', text, ...(daemonPid !== undefined && { daemonPid }) };
};

/** `\x2d`: a dash in the name of a mount. */
const isDash = (bytes: Uint8Array, at: number): boolean =>
  bytes[at + 1] === code('x') && bytes[at + 2] === code('2') && bytes[at + 3] === code('d');

const isPlain = (bytes: Uint8Array, from: number, to: number): boolean => {
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] as number;
    if (doubtful[byte] === 1 || isOddAt(bytes, at) || (byte === backslash && !isDash(bytes, at))) return false;
  }
  return bytes[to - 1] !== blank && bytes[to - 1] !== code('>');
};

/** Where the first word ends, which is a name and a colon; -1 where it is not. */
const nameEnd = (bytes: Uint8Array, from: number, to: number): number => {
  let at = from;
  while (at < to && (has(unitLetter, bytes[at]) || (bytes[at] === backslash && isDash(bytes, at)))) at += 1;
  return at > from && bytes[at] === colon && bytes[at + 1] === blank ? at : -1;
};

const docker = bytesOf('docker: ');

/** `docker0: port 1(veth0) entered blocking state` */
const quietKernel = (bytes: Uint8Array, text: number, to: number): Quiet | undefined =>
  nameEnd(bytes, text, to) !== -1 &&
  !has(digit, bytes[text]) &&
  !startsWith(bytes, text, docker) &&
  isPlain(bytes, text, to)
    ? { level: 'any', text }
    : undefined;

const mount = bytesOf('.mount');
/** No mark begins with these. */
const mountBegins = classOf(/[rv]/);

/** `var-lib-docker-overlay2-0a1b-merged.mount: Deactivated successfully.` */
const quietMount = (bytes: Uint8Array, text: number, to: number): Quiet | undefined => {
  const end = nameEnd(bytes, text, to);
  if (end === -1 || !has(mountBegins, bytes[text]) || !startsWith(bytes, end - mount.length, mount)) return undefined;
  return isPlain(bytes, text, to) ? { level: 'any', text } : undefined;
};

const [dockerd, containerd, kernel, systemd] = ['dockerd[', 'containerd[', 'kernel: ', 'systemd[1]: '].map(bytesOf) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
  Uint8Array,
];

/** Is the line bytes[from, to) one of those? Whether it holds a literal of a rule or of a mark is asked elsewhere. */
export const quietLine = (bytes: Uint8Array, from: number, to: number): Quiet | undefined => {
  if (to - from > longest || !isStampedAt(bytes, from)) return undefined;
  const program = programAt(bytes, from);
  if (program === -1) return undefined;
  if (startsWith(bytes, program, dockerd)) return quietDaemon(bytes, program + dockerd.length, to, true);
  if (startsWith(bytes, program, containerd)) return quietDaemon(bytes, program + containerd.length, to, false);
  if (startsWith(bytes, program, kernel)) return quietKernel(bytes, program + kernel.length, to);
  if (startsWith(bytes, program, systemd)) return quietMount(bytes, program + systemd.length, to);
  return isForeign(bytes, program, to) ? { level: 'any', text: program, foreign: true } : undefined;
};
