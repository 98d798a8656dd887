import { recordsIn } from './json-records.ts';
import type { Message } from './record.ts';

/**
 * JSON over many lines, or one line too long to be parsed at once. Objects in
 * arrays are handed on as soon as they close, so memory does not grow with the
 * document.
 */
export interface JsonFrame {
  /** `done`: the document closed. `broken`: it is no JSON; `held` is to be read as text. */
  readonly feed: (text: string, line: number, endsLine: boolean) => 'more' | 'done' | 'broken';
  /** Lines of text not handed on as records. */
  readonly held: () => readonly { readonly text: string; readonly line: number }[];
}

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

  /** An object that is an element of an array is complete in itself. */
  const close = (open: Open): 'more' | 'done' | 'broken' => {
    const parent = stack.at(-1);
    if (parent === undefined) return hand(buffer.slice(open.from), open.line) || given > 0 ? 'done' : 'broken';
    if (open.mark === '{' && parent.mark === '[' && buffer.length - open.from < longest) {
      if (!hand(buffer.slice(open.from), open.line)) return given > 0 ? 'more' : 'broken';
      buffer = `${buffer.slice(0, open.from)}null`;
    }
    return 'more';
  };

  const quoted = (mark: string): void => {
    if (escaped) escaped = false;
    else if (mark === '\\') escaped = true;
    else if (mark === '"') inString = false;
  };

  const step = (mark: string, line: number): 'more' | 'done' | 'broken' => {
    buffer += mark;
    if (inString) {
      quoted(mark);
      return 'more';
    }
    if (mark === '"') inString = true;
    else if (mark === '{' || mark === '[') stack.push({ mark, from: buffer.length - 1, line });
    else if (mark === '}' || mark === ']') {
      const open = stack.pop();
      return open === undefined ? 'broken' : close(open);
    }
    return 'more';
  };

  const feed = (text: string, line: number, endsLine: boolean): 'more' | 'done' | 'broken' => {
    if (given === 0) lines.push({ text, line });
    if (!inString && !jsonLine.test(text)) return 'broken';
    for (const mark of text) {
      const state = step(mark, line);
      if (state === 'broken') return state;
      if (state === 'done') buffer = '';
    }
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
