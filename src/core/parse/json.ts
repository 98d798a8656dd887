/** What keeps a text from being JSON. */
export interface JsonFault {
  /** Characters before it. */
  readonly at: number;
  readonly reason: string;
  /** A whole value stands before it. */
  readonly trailing: boolean;
}

type Wanted = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or }' | ', or ]' | 'end';

/** Nothing of Docker's is nested so deeply; more would be too much for those who read it after us. */
const deepest = 500;

const blank = /[ \t\n\r]*/y;
const scalar = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const escaped = /["\\/bfnrt]|u[\da-fA-F]{4}/y;

const endOf = (pattern: RegExp, text: string, at: number): number | undefined => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
};

/** Behind the closing quote, or why there is none. Read by hand: a value may be as long as the file. */
const endOfString = (text: string, from: number): number | Omit<JsonFault, 'trailing'> => {
  for (let at = from + 1; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (char === '"') return at + 1;
    if (char < ' ') return { at, reason: 'a text in quotes does not end on its line' };
    if (char !== '\\') continue;
    const end = endOf(escaped, text, at + 1);
    if (end === undefined) return { at, reason: 'a backslash is followed by a character that may not stand there' };
    at = end - 1;
  }
  return { at: text.length, reason: 'a text in quotes does not end' };
};

const reasons: Readonly<Record<Wanted, string>> = {
  value: 'a value is missing',
  'value or ]': 'a value or ] is missing',
  key: 'a name in double quotes is missing (is there a comma too many before it?)',
  'key or }': 'a name in double quotes or } is missing',
  ':': 'a colon is missing',
  ', or }': 'a comma or } is missing',
  ', or ]': 'a comma or ] is missing',
  end: 'something follows after the end',
};

interface Scan {
  /** The brackets that are open. */
  readonly open: string[];
  wanted: Wanted;
}

const after = ({ open }: Scan): Wanted => {
  const last = open.at(-1);
  return last === undefined ? 'end' : last === '{' ? ', or }' : ', or ]';
};

/** One mark: a bracket, a comma, a colon. Tells whether it may stand here. */
const takeMark = (scan: Scan, char: string): boolean => {
  const { open, wanted } = scan;
  const closes =
    char === '}' ? wanted === 'key or }' || wanted === ', or }' : wanted === 'value or ]' || wanted === ', or ]';
  if ((char === '{' || char === '[') && wanted.startsWith('value') && open.length < deepest) {
    open.push(char);
    scan.wanted = char === '{' ? 'key or }' : 'value or ]';
  } else if ((char === '}' || char === ']') && closes) {
    open.pop();
    scan.wanted = after(scan);
  } else if (char === ',' && wanted.startsWith(',')) scan.wanted = wanted === ', or }' ? 'key' : 'value';
  else if (char === ':' && wanted === ':') scan.wanted = 'value';
  else return false;
  return true;
};

/** Where a text stops being JSON (RFC 8259); its depth may be any. */
export const jsonFault = (text: string): JsonFault | undefined => {
  const scan: Scan = { open: [], wanted: 'value' };
  let at = endOf(blank, text, 0) ?? 0;
  while (at < text.length) {
    const { wanted } = scan;
    const fault = { at, reason: reasons[wanted], trailing: wanted === 'end' };
    const char = text[at] ?? '';
    const isKey = wanted.startsWith('key');
    let end: number | undefined;
    if (char === '"' && (isKey || wanted.startsWith('value'))) {
      const found = endOfString(text, at);
      if (typeof found !== 'number') return { ...found, trailing: false };
      end = found;
      scan.wanted = isKey ? ':' : after(scan);
    } else if (takeMark(scan, char)) end = at + 1;
    else if (wanted.startsWith('value')) {
      end = endOf(scalar, text, at);
      scan.wanted = after(scan);
    }
    if (end === undefined) return fault;
    at = endOf(blank, text, end) ?? end;
  }
  return scan.wanted === 'end' ? undefined : { at, reason: 'the file ends too early', trailing: false };
};

/** For a person: `line 3, column 5: a comma or } is missing`. */
export const describeFault = (text: string, { at, reason }: JsonFault): string => {
  const before = text.slice(0, at).split('\n');
  return `line ${before.length}, column ${(before.at(-1) ?? '').length + 1}: ${reason}`;
};

export type Json =
  | { readonly state: 'valid'; readonly value: unknown }
  | { readonly state: 'empty' }
  /** `trailing`: a whole value stands first. */
  | { readonly state: 'invalid'; readonly error: string; readonly trailing: boolean }
  /** Valid but for its encoding: a byte order mark, UTF-16, or bytes that are no UTF-8. */
  | { readonly state: 'encoding'; readonly mark: boolean; readonly value?: unknown };

export const parseJson = (text: string): Json => {
  if (text.trim() === '' && !text.includes('\uFEFF')) return { state: 'empty' };
  // the two bytes of a UTF-16 mark are no UTF-8
  if (text.startsWith('\uFFFD\uFFFD')) return { state: 'encoding', mark: true };
  const mark = text.startsWith('\uFEFF');
  const bare = mark ? text.slice(1) : text;
  const fault = jsonFault(bare);
  if (fault !== undefined) return { state: 'invalid', error: describeFault(bare, fault), trailing: fault.trailing };
  const value: unknown = JSON.parse(bare);
  return mark || bare.includes('\uFFFD') ? { state: 'encoding', mark, value } : { state: 'valid', value };
};

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
