import { columns, pieces } from './columns.ts';

export interface Indent {
  readonly first?: string;
  readonly rest?: string;
}

/** Words in lines of at most `width` columns; a word that is too long is broken. */
export const wrap = (text: string, width: number, { first = '', rest = first }: Indent = {}): readonly string[] => {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  const flush = (): void => {
    lines.push(line);
    line = rest;
    empty = true;
  };
  const room = Math.max(10, width - Math.max(columns(first), columns(rest)));
  for (const word of text.split(/[ \n]+/).filter(Boolean)) {
    for (const piece of columns(word) > room ? pieces(word, room) : [word]) {
      if (!empty && columns(line) + 1 + columns(piece) > width) flush();
      line += empty ? piece : ` ${piece}`;
      empty = false;
    }
  }
  if (!empty) flush();
  return lines;
};

const isItem = (line: string): boolean => /^\s*(?:[-*•]|\d+[.)])\s/.test(line);
const isLiteral = (line: string): boolean => /^ {2,}\S/.test(line) && !isItem(line);

/** Prose as authors write it: blank lines part paragraphs, items and indented lines keep their own line. */
export const wrapProse = (text: string, width: number, indent: string): readonly string[] => {
  const lines: string[] = [];
  let open: string[] = [];
  const flush = (): void => {
    const whole = open.join(' ');
    if (whole !== '')
      lines.push(...wrap(whole, width, { first: indent, rest: isItem(whole) ? `${indent}  ` : indent }));
    open = [];
  };
  for (const line of text.trim().split('\n')) {
    if (line.trim() === '') {
      flush();
      lines.push('');
    } else if (isLiteral(line) && open.length === 0) {
      lines.push(indent + line);
    } else {
      if (isItem(line)) flush();
      open.push(line.trim());
    }
  }
  flush();
  return lines;
};
