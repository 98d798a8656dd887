/** Line ends as the file has them. */
const endOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

/** One line more at the end, unless it is there. */
export const addLine = (text: string, line: string): string => {
  if (text.split(/\r?\n/).includes(line)) return text;
  const end = endOf(text);
  return `${text}${text === '' || text.endsWith('\n') ? '' : end}${line}${end}`;
};

/** Without the lines that are this one, blanks at their ends aside. */
export const removeLine = (text: string, line: string): string =>
  text
    .split(/(?<=\n)/)
    .filter((one) => one.trim() !== line.trim())
    .join('');

/** `key = value`, in the place of what the file says of that key (sysctl.d(5)). */
export const setKey = (text: string, key: string, value: string): string => {
  const line = `${key} = ${value}`;
  const old = text.split(/\r?\n/).find((one) => one.split('=')[0]?.trim() === key);
  if (old === undefined) return addLine(text, line);
  return text
    .split(/(?<=\n)/)
    .map((one) => (one.trim() === old.trim() ? one.replace(one.trimEnd(), line) : one))
    .join('');
};
