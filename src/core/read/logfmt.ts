import type { Level } from '../types.ts';

/** A message taken out of logrus' key=value form. */
export interface Inner {
  readonly text: string;
  readonly at?: string;
  readonly level?: Level;
  /** The quoted message had no end: it was cut, or goes on in the next line. */
  readonly open?: boolean;
}

const levels: Readonly<Record<string, Level>> = {
  trace: 'debug',
  trac: 'debug',
  debug: 'debug',
  debu: 'debug',
  info: 'info',
  notice: 'info',
  warning: 'warning',
  warn: 'warning',
  error: 'error',
  erro: 'error',
  err: 'error',
  fatal: 'fatal',
  fata: 'fatal',
  panic: 'fatal',
  pani: 'fatal',
  critical: 'fatal',
};

export const levelOf = (word: string): Level | undefined =>
  Object.hasOwn(levels, word.toLowerCase()) ? levels[word.toLowerCase()] : undefined;

/** Values never hold more than this; a hostile line costs no more than its length. */
const longest = 16 * 1024;

interface Field {
  readonly key: string;
  readonly value: string;
  readonly next: number;
  readonly open: boolean;
}

/** The quote that ends a value stands before the next key or the end; others are broken quoting. */
const quoteEnd = (text: string, from: number): number => {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"' && /^(?:\s*$|\s+[\w.@/-]{1,40}=)/.test(text.slice(at + 1, at + 60))) return at;
  }
  return -1;
};

const keyShape = /\s*([A-Za-z_][\w.@/-]{0,60})=/y;

const readField = (text: string, from: number): Field | undefined => {
  keyShape.lastIndex = from;
  const key = keyShape.exec(text)?.[1];
  if (key === undefined) return undefined;
  const start = keyShape.lastIndex;
  if (text[start] !== '"') {
    const found = /[^\s]*/y;
    found.lastIndex = start;
    const value = found.exec(text)?.[0] ?? '';
    return { key, value, next: start + value.length, open: false };
  }
  const end = quoteEnd(text, start + 1);
  const open = end === -1;
  const value = text.slice(start + 1, open ? text.length : end);
  return { key, value: unescapeQuoted(value), next: open ? text.length : end + 1, open };
};

const unescapeQuoted = (value: string): string =>
  value.replace(/\\(["\\nrt])/g, (_, mark: string) => (mark === '"' || mark === '\\' ? mark : ' '));

const readFields = (
  text: string,
): { readonly fields: ReadonlyMap<string, string>; readonly open: boolean; readonly rest: string } => {
  const fields = new Map<string, string>();
  let at = 0;
  let open = false;
  for (let field = readField(text, at); field !== undefined && fields.size < 40; field = readField(text, at)) {
    fields.set(field.key, field.value);
    at = field.next;
    open = field.open;
  }
  return { fields, open, rest: text.slice(at).trim() };
};

const ownKeys = new Set(['time', 'level', 'msg', 'error', 'err']);

/** `time="..." level=error msg="..." error="..." key=value`, since docker 1.5. */
export const readLogfmt = (line: string): Inner | undefined => {
  if (!/^\s*(?:time=|level=|msg=|ts=)/.test(line)) return undefined;
  const { fields, open, rest } = readFields(line.slice(0, longest));
  const level = levelOf((fields.get('level') ?? '').replaceAll('"', ''));
  const message = fields.get('msg');
  if (message === undefined && level === undefined && !fields.has('time')) return undefined;
  const error = fields.get('error') ?? fields.get('err');
  const extra = [...fields].filter(([key]) => !ownKeys.has(key)).map(([key, value]) => `${key}=${value}`);
  const sentence = [message, error].filter((part) => part !== undefined && part !== '').join(': ');
  const at = fields.get('time');
  return {
    text: [sentence, rest, ...extra].filter((part) => part !== '').join(' '),
    ...(at !== undefined && { at }),
    ...(level !== undefined && { level }),
    ...(open && { open }),
  };
};

/** `FATA[0000] message   key=value` on a terminal, with seconds or a time in brackets. */
export const readLogrusText = (line: string): Inner | undefined => {
  const found = /^(?:\.{3,})?\s*(TRAC|DEBU|INFO|WARN|ERRO|FATA|PANI)(?:\[([^\]]{1,40})\]|:)\s?(.*)$/s.exec(line);
  const level = levelOf(found?.[1] ?? '');
  if (found === null || level === undefined) return undefined;
  const stamp = found[2] ?? '';
  const text = (found[3] ?? '').replace(/\s+(?:error|err)="?([^"].*?)"?\s*$/, ': $1');
  return { level, text, ...(stamp.includes('T') && { at: stamp }) };
};

/** docker up to 1.4: `2014/11/24 15:16:29 message`, `[e55bf75d] +job serve()`, `[error] x.go:1 message`. */
export const readEarly = (line: string): Inner | undefined => {
  const dated = /^(\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d) (.*)$/s.exec(line);
  if (dated) return { at: dated[1] ?? '', text: dated[2] ?? '' };
  const marked = /^\[(debug|info|error|fatal|warning)\] (.*)$/s.exec(line);
  const level = levelOf(marked?.[1] ?? '');
  return marked !== null && level !== undefined ? { level, text: marked[2] ?? '' } : undefined;
};
