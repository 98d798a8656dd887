import type { Decoder } from './decode.ts';
import { type Message, messageOf } from './record.ts';

/**
 * `journalctl -o export` as bytes: FIELD=value lines, or FIELD, a 64-bit little
 * endian length and that many bytes; a blank line ends an entry.
 * https://systemd.io/JOURNAL_EXPORT_FORMATS/
 */
export const isExport = (head: Uint8Array): boolean => {
  const text = new TextDecoder().decode(head.subarray(0, 64));
  return /^__(?:CURSOR|REALTIME_TIMESTAMP|MONOTONIC_TIMESTAMP)=/.test(text);
};

const lineFeed = 10;

/** A binary value larger than this is passed over. */
const largestValue = 4 * 1024 * 1024;

/** Two runs of bytes as one. */
export const joined = (one: Uint8Array, other: Uint8Array): Uint8Array => {
  if (one.length === 0) return other;
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
};

const lengthAt = (bytes: Uint8Array, at: number): number =>
  bytes.subarray(at, at + 6).reduceRight((sum, byte) => sum * 256 + byte, 0);

export const createExportFrame = (onRecord: (message: Message, line: number) => void): Decoder => {
  const utf8 = new TextDecoder();
  let rest = new Uint8Array() as Uint8Array;
  let fields: Record<string, string> = {};
  let line = 1;
  let messageLine = 1;
  let skip = 0;

  const closeEntry = (): void => {
    const message = messageOf(fields);
    if (message !== undefined) onRecord(message, messageLine);
    fields = {};
  };

  const keep = (name: string, value: Uint8Array): void => {
    fields[name] = utf8.decode(value);
    if (name === 'MESSAGE') messageLine = line;
  };

  const countLines = (value: Uint8Array): void => {
    for (const byte of value) if (byte === lineFeed) line += 1;
  };

  /** Reads one line or one binary field; returns the next offset, or -1 if it is not whole yet. */
  const readOne = (at: number): number => {
    const end = rest.indexOf(lineFeed, at);
    if (end === -1) return -1;
    const text = rest.subarray(at, end);
    const equals = text.indexOf(61);
    if (text.length === 0) closeEntry();
    else if (equals !== -1) keep(utf8.decode(text.subarray(0, equals)), text.subarray(equals + 1));
    else return readBinary(utf8.decode(text), end + 1);
    line += 1;
    return end + 1;
  };

  const readBinary = (name: string, at: number): number => {
    if (rest.length < at + 8) return -1;
    const size = lengthAt(rest, at);
    if (size > largestValue) {
      skip = size + 1;
      return at + 8;
    }
    if (rest.length < at + 8 + size + 1) return -1;
    const value = rest.subarray(at + 8, at + 8 + size);
    line += 1;
    keep(name, value);
    countLines(value);
    line += 1;
    return at + 8 + size + 1;
  };

  const push = (chunk: Uint8Array): void => {
    rest = joined(rest, chunk);
    let at = 0;
    for (;;) {
      const passed = Math.min(skip, rest.length - at);
      skip -= passed;
      at += passed;
      const next = skip > 0 || at >= rest.length ? -1 : readOne(at);
      if (next === -1) break;
      at = next;
    }
    rest = rest.slice(at);
    if (rest.length > 2 * largestValue) rest = new Uint8Array();
  };

  const end = (): void => {
    if (rest.length > 0) push(new Uint8Array([lineFeed]));
    closeEntry();
  };
  return { push, end };
};
