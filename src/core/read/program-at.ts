import { classOf, digit, skip } from './byte-class.ts';
import { isShort } from './stamp.ts';

const code = (letter: string): number => letter.charCodeAt(0);
const [blank, dot, colon] = [code(' '), code('.'), code(':')];

const hostLetter = classOf(/[\w.-]/);

const fractionEnd = (bytes: Uint8Array, at: number): number => {
  if (bytes[at] !== dot && bytes[at] !== code(',')) return at;
  const end = skip(digit, bytes, at + 1, 9);
  return end === at + 1 ? at : end;
};

const zoneEnd = (bytes: Uint8Array, at: number): number => {
  if (bytes[at] === code('Z')) return at + 1;
  if (bytes[at] !== code('+') && bytes[at] !== code('-')) return at;
  const minutes = bytes[at + 3] === colon ? at + 4 : at + 3;
  return skip(digit, bytes, at + 1, 2) === at + 3 && skip(digit, bytes, minutes, 2) === minutes + 2 ? minutes + 2 : at;
};

/** Where the program's name begins in a stamped line, behind the host's; -1 where that is in doubt. */
export const programAt = (bytes: Uint8Array, from: number): number => {
  const end = isShort(bytes, from) ? fractionEnd(bytes, from + 15) : zoneEnd(bytes, fractionEnd(bytes, from + 19));
  if (bytes[end] !== blank) return -1;
  const host = skip(hostLetter, bytes, end + 1, 64);
  return host > end + 1 && bytes[host] === blank ? host + 1 : -1;
};
