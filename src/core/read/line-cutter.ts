import { capacity, giveBack, takeDesk } from './desk.ts';
import { markLength } from './encoding.ts';
import { markLines, mayOpen } from './line-marks.ts';
import { alwaysRead, type Gate, longestPiece, type Piece } from './piece.ts';
import { type Quiet, quietLine } from './quiet.ts';
import { isStampedAt } from './stamp.ts';

export interface LineCutter {
  readonly push: (bytes: Uint8Array) => void;
  readonly end: () => void;
}

/** Parts of an overlong line overlap by this much, so that no message falls between them. */
const overlap = 2048;

const lineFeed = 10;
const return_ = 13;

const isInside = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80;

export const createLineCutter = (onPiece: (piece: Piece) => void, gate?: Gate): LineCutter => {
  const desk = takeDesk();
  const { bytes, words, marks } = desk;
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
  let filled = 0;
  /** Where the line begins that has not ended yet, or the part of it that was not handed on yet. */
  let rest = 0;
  /** Where that line begins, or what is left of it. */
  let lineBegin = 0;
  let line = 1;
  let first = true;

  const decode = (from: number, to: number): string => utf8.decode(bytes.subarray(from, to));

  /** A lone CR (a progress bar) ends a piece, not a line. */
  const emit = (text: string, last: boolean, about: Pick<Piece, 'before' | 'isInteresting'>): void => {
    if (!text.includes('\r')) {
      onPiece({ ...about, text, line, first, last });
      return;
    }
    const parts = text.replace(/\r+$/, '').split(/\r+/);
    for (const [index, part] of parts.entries()) {
      onPiece({ text: part, line, first: index > 0 || first, last: index < parts.length - 1 || last });
    }
  };

  const holdsLiteral = (from: number, to: number): boolean | undefined =>
    gate === undefined ? undefined : gate.next(bytes, from, to) !== -1;

  const beforeOf = (from: number): number => {
    let at = Math.max(lineBegin, from - overlap);
    while (at < from && isInside(bytes[at])) at += 1;
    return at;
  };

  const isSkipped = (from: number, to: number, before: number, interesting: boolean): boolean => {
    if (gate === undefined || interesting) return false;
    const cr = bytes.indexOf(return_, from);
    if (cr !== -1 && cr < to) return false;
    if (before < from) return !gate.wantsRest();
    return isFree() && !(gate.isReaching() && !isStampedAt(bytes, from)) && to > from && !mayOpen(bytes, from, to);
  };

  /** May whole lines be passed over now? */
  const isFree = (): boolean => gate !== undefined && first && line > alwaysRead && gate.isIdle();

  /** A part of an overlong line, or its end. */
  const part = (from: number, to: number, last: boolean): void => {
    const before = first ? from : beforeOf(from);
    const interesting = holdsLiteral(before, to);
    if (isSkipped(from, to, before, interesting === true)) {
      if (first) gate?.passOver();
    } else {
      const text = decode(line === 1 && first ? from + markLength(bytes.subarray(from, to)) : from, to);
      const known = interesting === undefined ? {} : { isInteresting: interesting };
      emit(text, last, first ? known : { ...known, before: decode(before, from) });
    }
    first = last;
    if (last) line += 1;
  };

  /** Hands on parts until what is left is short; returns where it begins. */
  const parts = (from: number, to: number): number => {
    let at = from;
    while (to - at > longestPiece) {
      let cut = at + longestPiece;
      while (cut > at + longestPiece - 3 && isInside(bytes[cut])) cut -= 1;
      part(at, cut, false);
      at = cut;
    }
    return at;
  };

  /** A line that is overlong, or the rest of one. */
  const longLine = (from: number, to: number): void => part(parts(from, to), to, true);

  let literal = -1;

  /** Where the next literal stands, from the beginning of a line on. */
  const literalFrom = (from: number, to: number): number => {
    if (gate === undefined || literal >= from) return literal;
    const found = gate.next(bytes, from, to);
    literal = found === -1 ? to : found;
    return literal;
  };

  const readLine = (index: number, to: number): void => {
    const { starts } = marks;
    const [from, next] = [starts[index] as number, starts[index + 1] as number];
    lineBegin = from;
    if (next - from > longestPiece || line === 1) {
      longLine(from, next - 1);
      return;
    }
    const known = gate === undefined ? {} : { isInteresting: literalFrom(from, to) < next };
    emit(decode(from, next - 1), true, known);
    line += 1;
  };

  /** The next line at or behind `index` that has to be read. */
  const nextLine = (index: number, special: number, to: number): number => {
    const { starts, count } = marks;
    const at = literalFrom(starts[index] as number, to);
    const limit = Math.min(special, count);
    let found = index;
    while (found < limit && (starts[found + 1] as number) <= at) found += 1;
    return found;
  };

  /** The same right behind a line that was read: one line at most, if it has a stamp. */
  const nextReached = (index: number, special: number, to: number): number => {
    const from = marks.starts[index] as number;
    const isOwn = index < special && literalFrom(from, to) >= (marks.starts[index + 1] as number);
    return isOwn && isStampedAt(bytes, from) ? index + 1 : index;
  };

  /** A quiet line with a line of its own behind it, so that nothing can be its rest. */
  const quietAt = (index: number): Quiet | undefined => {
    if (gate?.quiet === undefined || !isFree() || gate.isTable() || index + 1 >= marks.count) return undefined;
    const [from, next] = [marks.starts[index] as number, marks.starts[index + 1] as number];
    // only a line with a literal stands here for its own sake
    if (literal < from || literal >= next || !isStampedAt(bytes, next)) return undefined;
    const quiet = quietLine(bytes, from, next - 1);
    if (quiet?.foreign === true) return quiet;
    if (quiet === undefined || gate.isTelling(bytes, from, next - 1, quiet.level)) return undefined;
    return quiet.level !== 'any' || holdsLiteral(quiet.text, next - 1) === true ? quiet : undefined;
  };

  const specialFrom = (place: number, index: number): number => {
    let at = place;
    while (at < marks.specials && (marks.special[at] as number) < index) at += 1;
    return at;
  };

  /** bytes[from, to) end with a line. */
  const readLines = (from: number, to: number): void => {
    markLines(marks, bytes, words, from, to);
    const { count, special, specials } = marks;
    literal = -1;
    let index = 0;
    let place = 0;
    if (!first) {
      longLine(from, (marks.starts[1] as number) - 1);
      index = 1;
    }
    while (index < count) {
      if (gate !== undefined && isFree()) {
        place = specialFrom(place, index);
        const limit = place < specials ? (special[place] as number) : count;
        const next = gate.isReaching() ? nextReached(index, limit, to) : nextLine(index, limit, to);
        if (next > index) {
          gate.passOver();
          line += next - index;
          index = next;
          continue;
        }
      }
      const quiet = quietAt(index);
      if (quiet === undefined) readLine(index, to);
      else {
        gate?.quiet?.(quiet);
        line += 1;
      }
      index += 1;
    }
  };

  const makeRoom = (): void => {
    const from = first ? rest : beforeOf(rest);
    if (filled < capacity - longestPiece && from !== filled) return;
    bytes.copyWithin(0, from, filled);
    rest -= from;
    filled -= from;
    lineBegin = Math.max(0, lineBegin - from);
  };

  /** `fresh`: where the bytes begin that were not looked at before. */
  const read = (fresh: number): void => {
    let end = filled;
    while (end > fresh && bytes[end - 1] !== lineFeed) end -= 1;
    if (end > fresh) {
      readLines(rest, end);
      rest = end;
      lineBegin = end;
    }
    rest = parts(rest, filled);
    makeRoom();
  };

  const push = (chunk: Uint8Array): void => {
    for (let at = 0; at < chunk.length; ) {
      const fresh = filled;
      const size = Math.min(chunk.length - at, capacity - filled);
      bytes.set(chunk.subarray(at, at + size), filled);
      filled += size;
      at += size;
      read(fresh);
    }
  };

  const end = (): void => {
    if (filled > rest || !first) longLine(rest, filled);
    giveBack(desk);
  };
  return { push, end };
};
