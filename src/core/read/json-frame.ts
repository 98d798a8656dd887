import { recordsIn } from './json-records.ts';
import type { Message } from './record.ts';

/**
 * JSON over many lines, or one line too long to be parsed at once. Objects in
 * arrays are handed on as soon as they close, so memory does not grow with the
 * document.
 */
export interface JsonFrame {
  /** `done`: the document closed. `broken`: it is no JSON; `held` is to be read as text. */
  readonly feed: (text: string, line: number, endsLine: boolean) => State;
  /** Lines of text not handed on as records. */
  readonly held: () => readonly { readonly text: string; readonly line: number }[];
}

type State = 'more' | 'done' | 'broken';

const special = /["{}[\],]/g;

/** One record may be as large as this; longer ones are no log records. */
const longest = 1024 * 1024;

/** What a line of a JSON document begins with. */
const jsonLine = /^\s*(?:["{}[\],]|-?\d|true|false|null|$)/;

export const opensJson = (text: string): boolean => /^\s*[[{]\s*(?:$|["{[\]}])/.test(text);

interface Open {
  readonly mark: '{' | '[';
  readonly from: number;
  readonly line: number;
}

/** The records of a whole JSON text, or nothing where it is none. */
export const parseRecords = (text: string): readonly Message[] | undefined => {
  try {
    return recordsIn(JSON.parse(text));
  } catch {
    return undefined;
  }
};

export const createJsonFrame = (onRecord: (message: Message, line: number) => void): JsonFrame => {
  let buffer = '';
  const stack: Open[] = [];
  let inString = false;
  let escaped = false;
  let given = 0;
  const lines: { text: string; line: number }[] = [];

  const hand = (text: string, line: number): boolean => {
    const records = parseRecords(text);
    for (const record of records ?? []) onRecord(record, line);
    given += records?.length ?? 0;
    return records !== undefined;
  };

  /** What was handed on leaves no trace, so that the buffer stays as short as one record. */
  const forget = (from: number): void => {
    const before = buffer.slice(0, from);
    buffer = before.trimEnd().endsWith('[') ? before : `${before}null`;
  };

  /** An object that is an element of an array is complete in itself. */
  const close = (open: Open): State => {
    const parent = stack.at(-1);
    if (parent === undefined) return hand(buffer.slice(open.from), open.line) || given > 0 ? 'done' : 'broken';
    if (open.mark === '{' && parent.mark === '[' && buffer.length - open.from < longest) {
      if (!hand(buffer.slice(open.from), open.line)) return given > 0 ? 'more' : 'broken';
      forget(open.from);
    }
    return 'more';
  };

  /** One character that means something outside a string. */
  const structural = (mark: string, line: number): State => {
    if (mark === ',' && /\[\s*$/.test(buffer.slice(-20))) return 'more';
    buffer += mark;
    if (mark === '"') inString = true;
    if (mark === '{' || mark === '[') stack.push({ mark, from: buffer.length - 1, line });
    if (mark !== '}' && mark !== ']') return 'more';
    const open = stack.pop();
    return open === undefined ? 'broken' : close(open);
  };

  /** To the end of the string, or of the text. Returns the next place. */
  const passString = (text: string, from: number): number => {
    let at = from;
    while (at < text.length) {
      if (escaped) escaped = false;
      else if (text[at] === '\\') escaped = true;
      else if (text[at] === '"') {
        inString = false;
        at += 1;
        break;
      }
      at += 1;
    }
    buffer += text.slice(from, at);
    return at;
  };

  const passPlain = (text: string, from: number): number => {
    special.lastIndex = from;
    const at = special.exec(text)?.index ?? text.length;
    buffer += text.slice(from, at);
    return at;
  };

  const scan = (text: string, line: number): State => {
    let at = 0;
    while (at < text.length) {
      if (inString) {
        at = passString(text, at);
        continue;
      }
      at = passPlain(text, at);
      const state = at < text.length ? structural(text[at] ?? '', line) : 'more';
      at += 1;
      if (state === 'broken') return state;
      if (state === 'done') buffer = '';
    }
    return 'more';
  };

  const feed = (text: string, line: number, endsLine: boolean): State => {
    if (given === 0) lines.push({ text, line });
    if (!inString && !jsonLine.test(text)) return 'broken';
    if (scan(text, line) === 'broken') return 'broken';
    if (endsLine) {
      // a JSON string holds no raw line end: whatever was open is broken quoting
      inString = false;
      escaped = false;
      buffer += '\n';
    }
    if (buffer.length > 2 * longest || lines.length > 20_000) return 'broken';
    return stack.length === 0 ? 'done' : 'more';
  };

  return { feed, held: () => (given === 0 ? lines : []) };
};
