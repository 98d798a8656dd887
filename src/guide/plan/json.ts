import { applyEdits, type FormattingOptions, modify, type ParseError, parse, printParseErrorCode } from 'jsonc-parser';

export type Edited = { readonly text: string } | { readonly problem: string };

const mark = '\uFEFF';

/** As the file has it: its line ends, its indentation. */
const styleOf = (text: string): FormattingOptions => {
  const [, indent = '  '] = /^([ \t]+)\S/m.exec(text) ?? [];
  return {
    eol: text.includes('\r\n') ? '\r\n' : '\n',
    insertSpaces: !indent.includes('\t'),
    tabSize: indent.includes('\t') ? 1 : indent.length,
  };
};

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

const problemIn = (text: string): string | undefined => {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: false, disallowComments: true });
  const [first] = errors;
  if (first !== undefined)
    return `it is no JSON at line ${lineOf(text, first.offset)} (${printParseErrorCode(first.error)})`;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? undefined : 'it is no JSON object';
};

/** `native.cgroupdriver=systemd` replaces what the list says of that name, and leaves the others. */
const merged = (old: unknown, next: unknown): unknown => {
  if (!Array.isArray(old) || !Array.isArray(next) || !next.every((one) => /^[\w.-]+=/.test(String(one)))) return next;
  const names = next.map((one) => String(one).split('=')[0]);
  return [...old.filter((one) => !names.includes(String(one).split('=')[0])), ...next];
};

/** Changes keys of a JSON file and leaves everything else as it stands: order, indentation, line ends, byte order mark. */
export const editJson = (file: string, set: Readonly<Record<string, unknown>>, remove: readonly string[]): Edited => {
  const hasMark = file.startsWith(mark);
  let text = hasMark ? file.slice(1) : file;
  if (text.trim() === '') text = '{}\n';
  const problem = problemIn(text);
  if (problem !== undefined) return { problem };
  const formattingOptions = styleOf(text);
  const change = (key: string, value: unknown): void => {
    text = applyEdits(text, modify(text, [key], value, { formattingOptions }));
  };
  const old = parse(text) as Readonly<Record<string, unknown>>;
  for (const [key, value] of Object.entries(set)) change(key, merged(old[key], value));
  for (const key of remove) if (Object.hasOwn(old, key)) change(key, undefined);
  return { text: hasMark ? mark + text : text };
};
