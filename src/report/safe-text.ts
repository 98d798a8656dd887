/**
 * The last gate before a terminal or a ticket. Control characters, format
 * characters (bidi overrides, zero width, BOM, tags), line and paragraph
 * separators and lone surrogates are shown as escapes; a line feed stays.
 */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]|\u034f/gu;

const shown = (character: string): string => {
  if (character === '\n') return character;
  if (character === '\t') return ' ';
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  if (code < 0x100) return `\\x${hex.padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\u{${hex}}`;
};

/** Letters and signs of which none is unsafe: most texts hold no others, and the pattern above is not even compiled. */
const harmless =
  /^[\n -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u2bff\u4e00-\u9fff\uac00-\ud7a3]*$/;

export const safeText = (text: string): string =>
  harmless.test(text) ? text : text.replaceAll('\r\n', '\n').replaceAll(unsafe, shown);

const plain: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '·': '-',
  '\u00a0': ' ',
};

/** For a terminal that is not UTF-8, where the bytes of other letters could be control characters. */
export const asciiText = (text: string): string =>
  safeText(text).replaceAll(/[^\n -~]/gu, (character) => plain[character] ?? shown(character));

/**
 * At most `max` characters of a text, with a mark where the middle is left out.
 * `keep` is the place that must stay visible, else start and end are kept.
 */
export const shorten = (text: string, max: number, mark: string, keep?: number): string => {
  const all = [...text];
  if (all.length <= max) return text;
  const head = Math.ceil((max - mark.length) * 0.6);
  const tail = max - mark.length - head;
  if (keep === undefined || keep < head || keep >= all.length - tail) {
    return `${all.slice(0, head).join('')}${mark}${all.slice(-tail).join('')}`;
  }
  const first = Math.floor(max / 4);
  const from = Math.max(first, keep - first);
  const middle = all.slice(from, from + max - 2 * (first + mark.length)).join('');
  return `${all.slice(0, first).join('')}${mark}${middle}${mark}${all.slice(-first).join('')}`;
};

/** Every text in plain data, changed; `key` is the name under which the text stands. */
export const mapTexts = <T>(value: T, change: (text: string, key: string) => string, key = ''): T => {
  const map = (part: unknown, name: string): unknown => {
    if (typeof part === 'string') return change(part, name);
    if (Array.isArray(part)) return part.map((item) => map(item, name));
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([inner, item]) => [change(inner, ''), map(item, inner)]));
  };
  return map(value, key) as T;
};
