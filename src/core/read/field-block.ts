import { type Message, messageOf } from './record.ts';

/** `journalctl -o verbose`, and `-o export` that was pasted as text: lines of FIELD=value. */
export interface FieldBlock {
  /** False: the line is none of this block, which is complete. */
  readonly feed: (text: string, line: number) => boolean;
  readonly record: () => { readonly message: Message; readonly line: number } | undefined;
}

const verboseHeader = /^\p{L}{1,12}\.? (\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)? [A-Z+-][\w+-]{1,6}) \[s=[0-9a-f]+;/u;

export const isVerboseHeader = (text: string): boolean => text.includes(' [s=') && verboseHeader.test(text);
export const isExportHeader = (text: string): boolean => /^__(?:CURSOR|REALTIME_TIMESTAMP)=/.test(text);

const mostFields = 200;

const createBlock = (at: string | undefined, fieldShape: RegExp, continuation: RegExp | undefined): FieldBlock => {
  const fields: Record<string, string> = {};
  let last: string | undefined;
  let messageLine = 0;
  const feed = (text: string, line: number): boolean => {
    const found = fieldShape.exec(text);
    if (found !== null && Object.keys(fields).length < mostFields) {
      last = found[1] ?? '';
      fields[last] = found[2] ?? '';
      if (last === 'MESSAGE') messageLine = line;
      return true;
    }
    if (last !== undefined && continuation?.test(text)) {
      fields[last] += `\n${text.trim()}`;
      return true;
    }
    return false;
  };
  const record = (): { message: Message; line: number } | undefined => {
    const message = messageOf(at === undefined ? fields : { ...fields, __REALTIME_TIMESTAMP: at });
    return message === undefined ? undefined : { message, line: messageLine };
  };
  return { feed, record };
};

export const openVerbose = (header: string): FieldBlock =>
  createBlock(verboseHeader.exec(header)?.[1], /^\s{1,8}([A-Z_][A-Z0-9_]{0,63})=(.*)$/s, /^\s{9,}\S/);

export const openExportText = (): FieldBlock => createBlock(undefined, /^([A-Z_][A-Z0-9_]{0,63})=(.*)$/s, undefined);
