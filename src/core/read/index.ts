import type { Entry } from '../types.ts';
import { cleanLine } from './clean.ts';
import { createContinuation } from './continuation.ts';
import { createDecoder, type Decoder, type Gate } from './decode.ts';
import { entryOf } from './entry.ts';
import { createExportFrame, isExport, joined } from './export-frame.ts';
import { createLineFrames } from './line-frames.ts';
import type { Quiet } from './quiet.ts';
import type { Message } from './record.ts';

export type Reader = Decoder;

/** What the rules look for, as a quick look at raw lines. */
export interface Interest {
  readonly isInteresting: (line: string) => boolean;
  /** The same over bytes, many lines at once: see Gate. Without it every line is decoded. */
  readonly next?: Gate['next'];
  /** Which lines of Docker's may be passed over: see Gate. */
  readonly isTelling?: Gate['isTelling'];
}

const everything: Interest = { isInteresting: () => true };

/** A message of several lines is several entries with the same origin. */
const messageLines = (text: string): readonly string[] =>
  cleanLine(text)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 400);

/** What a text is shows in so many bytes; a pipe may bring fewer at first. */
const enough = 512;

/**
 * Bytes of any shape in, entries out. The same text gives the same entries from
 * a file, a pipe or journalctl itself; nothing but the text decides how it is
 * read. Memory does not grow with the input. Lines that are not interesting, nor
 * follow one that is, are passed over without being taken apart.
 */
export const createReader = (
  source: string,
  onEntry: (entry: Entry) => void,
  { isInteresting, next, isTelling = () => true }: Interest = everything,
  onQuiet?: (line: Quiet) => void,
): Reader => {
  const { push: emit, breakOff } = createContinuation(onEntry);

  const onRecord = (message: Message, line: number): void => {
    for (const text of messageLines(message.text)) emit(entryOf(text, { source, line }, message));
    breakOff();
  };

  let decoder: Decoder | undefined;
  let head: Uint8Array = new Uint8Array();
  const open = (head: Uint8Array): Decoder => {
    if (isExport(head)) return createExportFrame(onRecord);
    const frames = createLineFrames({ source, emit, breakOff, onRecord, isInteresting, ...(onQuiet && { onQuiet }) });
    const lines = createDecoder(frames.push, next && { ...frames, next, isTelling });
    return {
      push: lines.push,
      end: () => {
        lines.end();
        frames.end();
      },
    };
  };

  const begin = (): Decoder => {
    const begun = open(head);
    begun.push(head);
    head = new Uint8Array();
    return begun;
  };

  return {
    push: (chunk) => {
      if (decoder !== undefined) return decoder.push(chunk);
      head = joined(head, chunk);
      if (head.length >= enough) decoder = begin();
    },
    end: () => {
      if (head.length > 0) decoder = begin();
      decoder?.end();
      breakOff();
    },
  };
};
