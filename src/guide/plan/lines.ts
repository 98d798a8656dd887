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

/** `-net/ipv4/ip_forward` is `net.ipv4.ip_forward`: with a slash first, slashes part the words (sysctl.d(5)). */
const keyOf = (line: string): string => {
  const key = (line.split('=')[0] ?? '').trim().replace(/^-/, '');
  return /^[^./]*\//.test(key) ? key.replaceAll(/[./]/g, (mark) => (mark === '/' ? '.' : '/')) : key;
};

/** `key = value`, in the place of all that the file says of that key: the last would count. */
export const setKey = (text: string, key: string, value: string): string => {
  const line = `${key} = ${value}`;
  const lines = text.split(/(?<=\n)/);
  if (!lines.some((one) => keyOf(one) === key)) return addLine(text, line);
  return lines.map((one) => (keyOf(one) === key ? `${line}${/\r?\n?$/.exec(one)?.[0] ?? ''}` : one)).join('');
};
