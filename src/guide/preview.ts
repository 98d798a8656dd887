import { structuredPatch } from 'diff';
import { quoteArgv } from '../core/shell-words.ts';
import type { Action, Plan } from '../core/types.ts';

/** A line of a preview, and what it is. */
export interface Line {
  readonly kind: 'head' | 'same' | 'add' | 'remove' | 'run' | 'tell';
  readonly text: string;
}

/** What of a text becomes another one. */
export const diffLines = (before: string, after: string): readonly Line[] =>
  structuredPatch('', '', before, after, undefined, undefined, { context: 2 }).hunks.flatMap(({ lines }) =>
    lines.map((line): Line => {
      if (line.startsWith('+')) return { kind: 'add', text: line };
      return { kind: line.startsWith('-') ? 'remove' : 'same', text: line };
    }),
  );

const actionLines = (action: Action): readonly Line[] => {
  switch (action.do) {
    case 'edit':
      return [
        { kind: 'head', text: action.before === undefined ? `new file ${action.path}` : `edit ${action.path}` },
        ...diffLines(action.before ?? '', action.after),
      ];
    case 'aside':
      return [{ kind: 'run', text: quoteArgv(['mv', '-nT', action.path, action.to]) }];
    case 'run':
      return [{ kind: 'run', text: quoteArgv(action.argv) }];
    case 'tell':
      return [{ kind: 'tell', text: action.text }];
  }
};

/** Exactly what will be done, and nothing else. */
export const previewOf = ({ actions }: Plan): readonly Line[] => actions.flatMap(actionLines);
