import type { Properties } from './show.ts';

interface Line {
  readonly section: string;
  readonly key: string;
  readonly value: string;
}

/** The assignments of a unit file in order; a line that ends in a backslash goes on (systemd.syntax(7)). */
const linesOf = (text: string): readonly Line[] => {
  const lines: Line[] = [];
  let section = '';
  for (const raw of text.replaceAll(/\\\r?\n/g, ' ').split(/\r?\n/)) {
    const line = raw.trim();
    if (line === '' || /^[#;]/.test(line)) continue;
    const [, name] = /^\[(.+)\]$/.exec(line) ?? [];
    if (name !== undefined) {
      section = name;
      continue;
    }
    const at = line.indexOf('=');
    if (at > 0) lines.push({ section, key: line.slice(0, at).trim(), value: line.slice(at + 1).trim() });
  }
  return lines;
};

/**
 * A unit file and its drop-ins, in the order in which they are read, as one: values of a key
 * gather, an empty one throws away what came before it.
 */
export const mergeUnitFiles = (texts: readonly string[]): Properties => {
  const merged = new Map<string, readonly string[]>();
  for (const { key, value } of texts.flatMap(linesOf))
    merged.set(key, value === '' ? [] : [...(merged.get(key) ?? []), value]);
  return merged;
};
