/* biome-ignore-all lint/suspicious/noControlCharactersInRegex: taking them out is what this file is for */

// CSI, OSC (with BEL or ST), two-character escapes (ECMA-48)
const escapes = /\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]{0,400}(?:\x07|\x1b\\)?|[@-Z\\-_=>])|\x9b[0-?]*[ -/]*[@-~]/g;

// the same after a tool wrote ESC as text: rsyslog `#033[31m`, `\033[31m`, `\x1b[31m`, `ESC[31m`, `^[[31m`
const writtenEscapes = /(?:#033|\\033|\\x1b|\\u001b|\\e|ESC|\^\[)\[[0-9;]{0,20}[A-Za-z]/gi;

// rsyslog, $EscapeControlCharactersOnReceive: octal, with # or backslash
const octal = /[#\\]0(?:11|12|15|00)/g;
const octalText: Readonly<Record<string, string>> = { '11': '\t', '12': '\n', '15': '', '00': '' };

const entities = /&(?:quot|#34|#x22|apos|#39|#x27|lt|gt|amp|nbsp);/gi;
const entityText: Readonly<Record<string, string>> = {
  quot: '"',
  '#34': '"',
  '#x22': '"',
  apos: "'",
  '#39': "'",
  '#x27': "'",
  lt: '<',
  gt: '>',
  amp: '&',
  nbsp: ' ',
};

/**
 * One raw line without what terminals, pagers and syslog daemons put in:
 * escapes, NUL and other control characters, entities. Tabs stay.
 */
export const cleanLine = (raw: string): string => {
  let text = raw;
  if (/[\x1b\x9b]/.test(text)) text = text.replace(escapes, '');
  if (/(?:033|x1b|u001b|\\e|ESC|\^\[)\[/i.test(text)) text = text.replace(writtenEscapes, '');
  if (/[#\\]0[01]/.test(text)) text = text.replace(octal, (found) => octalText[found.slice(-2)] ?? '');
  if (text.includes('&')) {
    text = text.replace(entities, (found) => entityText[found.slice(1, -1).toLowerCase()] ?? found);
  }
  return text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
};

/**
 * The message as rules read it: escaped and curly quotes are plain, the
 * literal `\n` and `\t` of quoted strings are blanks, runs of blanks are one.
 */
export const plainMessage = (text: string): string =>
  text
    .replace(/\\+(["'])/g, '$1')
    .replace(/[\u201c\u201d\u201e\u00ab\u00bb]/g, '"')
    .replace(/[\u2018\u2019\u201a\u0060\u00b4]/g, "'")
    .replace(/\\+[nrt](?![\w/])|\\+[nt](?=\t|$)/g, ' ')
    .replace(/[\t\n \u00a0]+/g, ' ')
    .trim();
