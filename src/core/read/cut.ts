/**
 * A pager cuts the end (`>`), a status view the middle (`…` or `...`). What is
 * left of the message still tells its beginning.
 */
export interface Cut {
  readonly text: string;
  readonly cut?: 'end' | 'middle';
}

/** ASCII cuts: `l...b"`, `code...LURE`: no blank before, a few characters after. */
const middleAscii = /^(.{6,}?[\w"'/:])\.\.\.([\w"'/.)\]>]{1,24})$/s;
const middleUnicode = /^(.{4,}?)\u2026(.{0,40})$/s;

/** `<nil>` and `<none>` end in > and are whole. */
const opensBracket = (text: string): boolean => text.lastIndexOf('<') > text.lastIndexOf('>', text.length - 2);

export const cutOf = (text: string, about: { readonly wasNamed: boolean; readonly open: boolean }): Cut => {
  const trimmed = text.trimEnd();
  if (about.wasNamed && trimmed.endsWith('>') && !opensBracket(trimmed)) {
    return { text: trimmed.slice(0, -1), cut: 'end' };
  }
  const unicode = middleUnicode.exec(trimmed);
  if (unicode !== null) {
    const [head = '', tail = ''] = unicode.slice(1);
    return { text: `${head}\u2026${tail}`, cut: tail === '' ? 'end' : 'middle' };
  }
  const ascii = about.wasNamed ? middleAscii.exec(trimmed) : null;
  if (ascii !== null) return { text: `${ascii[1]}\u2026${ascii[2]}`, cut: 'middle' };
  return about.open ? { text, cut: 'end' } : { text };
};

/** The part of a message before the cut. */
export const headOf = (text: string): string => text.split('\u2026')[0]?.trimEnd() ?? text;
