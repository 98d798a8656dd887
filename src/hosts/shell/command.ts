import { quoteArgv, quoteWord } from '../../core/shell-words.ts';
import type { Request } from '../../core/types.ts';
import { mostText } from '../host.ts';

/** What is asked of the shell: a request, or the public half of a private key. */
export type Question =
  | Exclude<Request, { readonly read: 'certificate' }>
  | { readonly read: 'key'; readonly path: string };

/** The prologue sets these for itself, and keeps what they were. */
const kept: Readonly<Record<string, string>> = { PATH: 'dw_path', LC_ALL: 'dw_locale' };

type TextQuestion = Extract<Request, { readonly read: 'text' }>;

/** So much of a file is read. */
export const bytesOf = ({ bytes = mostText }: TextQuestion): number =>
  Math.min(Math.max(0, Math.floor(bytes) || 0), mostText);

const variable = (name: string): string => {
  const own = kept[name];
  const set = own === undefined ? `\${${name}+x}` : `$${own}_set`;
  return `dw_variable "${set}" "\${${own ?? name}-}"`;
};

/** The words of the prologue that answer a question; nothing where a shell cannot be asked it. */
export const commandFor = (question: Question): string | undefined => {
  if ('path' in question && question.path.includes('\0')) return undefined;
  switch (question.read) {
    case 'stat':
      return `dw_stat ${question.link === true ? '' : '-L '}-c '%f %u %g %s %.9Y' -- ${quoteWord(question.path)}`;
    case 'text':
      return `dw_text ${bytesOf(question)} ${quoteWord(question.path)}`;
    case 'names':
      return `dw_names ${quoteWord(question.path)}`;
    case 'space':
      return `dw_stat -f -c '%S %b %a %c %d' -- ${quoteWord(question.path)}`;
    case 'key':
      return `dw_key ${quoteWord(question.path)}`;
    case 'output':
      return question.argv.some((word) => word.includes('\0')) ? undefined : `dw_output ${quoteArgv(question.argv)}`;
    case 'variable':
      return /^[A-Za-z_]\w*$/.test(question.name) ? variable(question.name) : 'dw_variable "" ""';
    case 'caller':
      return 'dw_caller';
  }
};
