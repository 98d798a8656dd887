import type { CaptureType } from '../types.ts';

/**
 * What a captured value may look like. A log is hostile: a value that does not
 * fit its type is shown in the evidence and used nowhere.
 */
const shapes: Readonly<Record<CaptureType, RegExp>> = {
  // useradd(8), plus the backslash and @ of directory services; or a number
  user: /^(?:[a-z_][\w.@\\-]{0,63}\$?|\d{1,10})$/i,
  group: /^(?:[a-z_][\w.@\\-]{0,63}|\d{1,10})$/i,
  path: /^(?!.*(?:^|\/)\.\.(?:\/|$))\/[\w@%+=:,.~/ -]{0,1024}$/,
  number: /^-?\d{1,19}(?:\.\d{1,9})?$/,
  ip: /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f:]*:[0-9a-f:.]+)(?:\/\d{1,3})?$/i,
  unit: /^[\w:.@\\-]{1,200}\.(?:service|socket|mount|target|slice|scope|path|timer|device|swap)$/,
  id: /^[0-9a-f]{6,64}$/i,
  option: /^-{0,2}[a-z][a-z0-9-]{0,63}$/i,
  word: /^[\w@%+=:,./-]{1,200}$/,
};

export const captureTypes: readonly string[] = Object.keys(shapes);

export const fitsCapture = (type: CaptureType, value: string): boolean => shapes[type].test(value);

const placeholder = /\{([a-z][a-z0-9-]*)\}/g;

/** Names in braces: `{user}`. Doubled braces (`{{.Name}}`, Go templates) are none. */
export const placeholders = (text: string): readonly string[] =>
  [...text.replaceAll(/\{\{[^}]*\}\}/g, '').matchAll(placeholder)].map((match) => match[1] ?? '');

/** Fills `{name}`; undefined where a name has no value. */
export const fill = (text: string, captures: Readonly<Record<string, string>>): string | undefined => {
  let whole = true;
  const filled = text.replaceAll(/\{\{[^}]*\}\}|\{([a-z][a-z0-9-]*)\}/g, (match: string, name?: string) => {
    if (name === undefined) return match;
    const value = Object.hasOwn(captures, name) ? captures[name] : undefined;
    if (value === undefined) whole = false;
    return value ?? match;
  });
  return whole ? filled : undefined;
};
