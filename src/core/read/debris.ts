/** What pagers, catalogs and tickets put between the lines. */

const catalog = /^\s*░|^\s*--(?:$| )/;
const frame =
  /^\s*-- (?:No entries|Boot |Reboot|Logs begin|Journal begins)|^(?:Hint: You are currently not seeing|No journal files were opened|\s*Users in (?:the )?groups? '|\s*Pass -q to turn off this notice)/;
const pager =
  /^(?:~|\(END\)|\.\.\.skipping\.\.\.|lines \d+-\d+(?:\/\d+)?(?:\s.*\(END\))?(?:\.\.\.skipping\.\.\.)?|```\w*|~~~)\s*$/;

/** `-x` blocks, in whatever language; they never hold the cause. */
export const isCatalog = (text: string): boolean => catalog.test(text);

/** journalctl's own words about the log. */
export const isFrame = (text: string): boolean => frame.test(text);

export const isPagerDebris = (text: string): boolean => pager.test(text);

/** Without what transports and tickets put before a line: `data: ` (SSE), RS (json-seq), `> ` (quotes), backticks. */
export const unquoted = (raw: string): string => {
  let text = raw;
  if (text.charCodeAt(0) === 0x1e) text = text.slice(1);
  if (text.startsWith('data: {')) text = text.slice(6);
  if (
    /^\s*(?:> ?)+(?=\S)/.test(text) &&
    !/^\s*>+ ?(?:docker|dockerd|sudo|systemctl|service|journalctl|cat|ls)\b/.test(text)
  ) {
    text = text.replace(/^\s*(?:> ?)+/, '');
  }
  return /^\s*`[^`]+`\s*$/.test(text) ? text.replaceAll('`', '') : text;
};
