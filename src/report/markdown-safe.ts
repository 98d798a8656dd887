const longestRun = (text: string): number => Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));

/** A text as code on one line: a fence longer than any run of backticks in it. */
export const code = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const fence = '`'.repeat(longestRun(line) + 1);
  const gap = line === '' || line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${gap}${line}${gap}${fence}`;
};

/** A text as a block of code that it cannot break out of. */
export const fenced = (text: string, language = 'text'): string => {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text}\n${fence}`;
};

/** A text as prose on one line: no markup, no HTML, nobody mentioned, nothing linked. */
export const prose = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll('&', '&amp;')
    .replaceAll(/[\\`*_[\]|~]/g, '\\$&')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/([@#!])(?=[\w-])/g, '$1<!-- -->')
    .replaceAll('://', ':&#47;/')
    .replaceAll(/\bwww\./gi, 'www&#46;')
    .replace(/^([#+=-]|\d+[.)])/, '\\$1');
