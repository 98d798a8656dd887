import { quoteArgv, quoteWord } from '../core/shell-words.ts';
import type { Action, Plan } from '../core/types.ts';

/** A file's content as a here-document whose end no line of it can be. */
const hereDocument = (path: string, text: string): string => {
  let end = 'END';
  while (text.split('\n').includes(end)) end += '_';
  const body = text.endsWith('\n') ? text : `${text}\n`;
  return `sudo tee ${quoteWord(path)} >/dev/null <<'${end}'\n${body}${end}`;
};

const commandOf = (action: Action): string => {
  switch (action.do) {
    case 'edit':
      return [
        ...(action.before === undefined
          ? [`sudo mkdir -p ${quoteWord(action.path.slice(0, action.path.lastIndexOf('/')) || '/')}`]
          : [`sudo cp -a ${quoteWord(action.path)} ${quoteWord(`${action.path}.before`)}`]),
        hereDocument(action.path, action.after),
      ].join('\n');
    case 'aside':
      return quoteArgv(['sudo', 'mv', '-nT', action.path, action.to]);
    case 'run':
      return quoteArgv(['sudo', ...action.argv]);
    case 'tell':
      return action.text
        .split('\n')
        .map((line) => `# ${line}`)
        .join('\n');
  }
};

/** The plan as one block to copy, for who is not root. */
export const scriptOf = ({ actions }: Plan): string => actions.map(commandOf).join('\n');
