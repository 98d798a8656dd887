/**
 * The form of a pattern that also matches where the message was cut off: each
 * atom may be the end of the text instead. Once the end is reached all later
 * atoms match it too, so the beginning of a message is enough.
 */
export const prefixForm = (source: string): string => {
  let form = '';
  let at = 0;
  while (at < source.length) {
    const token = lookAhead(source, at) ?? readToken(source, at);
    form += token.isAtom ? `(?:${token.text}|$)` : token.text;
    at += token.text.length;
  }
  return form;
};

interface Token {
  readonly text: string;
  readonly isAtom: boolean;
}

const tokenShapes: readonly (readonly [RegExp, boolean])[] = [
  [/\\[bB]/y, true],
  [/\\(?:x[0-9a-f]{2}|u[0-9a-f]{4}|.)/iy, true],
  [/\[(?:\\.|[^\]\\])*\]/y, true],
  [/\((?:\?(?::|<?[=!]|<[A-Za-z]\w*>))?/y, false],
  [/\{\d+(?:,\d*)?\}\??/y, false],
  [/[)|^$]/y, false],
  [/[*+?]\??/y, false],
  [/[\s\S]/y, true],
];

/** A look-ahead as a whole: what it looks for is not there yet where the text ends. */
const lookAhead = (source: string, at: number): Token | undefined => {
  if (!/^\(\?[=!]/.test(source.slice(at, at + 3))) return undefined;
  let depth = 0;
  for (let to = at; to < source.length; to += readToken(source, to).text.length) {
    const { text } = readToken(source, to);
    if (text.startsWith('(')) depth += 1;
    if (text === ')') depth -= 1;
    if (depth === 0) return { text: source.slice(at, to + 1), isAtom: true };
  }
  return undefined;
};

const readToken = (source: string, at: number): Token => {
  for (const [shape, isAtom] of tokenShapes) {
    shape.lastIndex = at;
    const text = shape.exec(source)?.[0];
    if (text !== undefined) return { text, isAtom };
  }
  return { text: source.slice(at), isAtom: false };
};
