import { ask, type Inquiry } from '../../core/ask/inquiry.ts';
import type { Action } from '../../core/types.ts';

/**
 * A plan while it is made. Several steps may change one file: each sees what the ones before it
 * will have written.
 */
export interface Draft {
  readonly actions: Action[];
  readonly problems: string[];
  /** Files that this plan has read: as they are. Undefined where there is none. */
  readonly originals: Map<string, string | undefined>;
  /** And as they will be. */
  readonly texts: Map<string, string>;
}

export const openDraft = (): Draft => ({ actions: [], problems: [], originals: new Map(), texts: new Map() });

/** A file as the plan leaves it so far; '' where there is none. Undefined where it cannot be read. */
export function* textIn(draft: Draft, path: string): Inquiry<string | undefined> {
  const planned = draft.texts.get(path);
  if (planned !== undefined) return planned;
  const reply = yield* ask({ read: 'text', path });
  if (!reply.known) {
    draft.problems.push(`${path} cannot be read (${reply.why})`);
    return undefined;
  }
  draft.originals.set(path, reply.exists ? reply.text : undefined);
  return reply.exists ? reply.text : '';
}

/** A change of a file that was read with `textIn`. What is so already is no change. */
export const write = (draft: Draft, path: string, after: string): void => {
  const before = draft.originals.get(path);
  draft.texts.set(path, after);
  const at = draft.actions.findIndex((action) => action.do === 'edit' && action.path === path);
  const edit: Action = { do: 'edit', path, after, ...(before !== undefined && { before }) };
  if (at >= 0) draft.actions[at] = edit;
  else if (before !== after) draft.actions.push(edit);
};

type Run = Omit<Extract<Action, { readonly do: 'run' }>, 'do' | 'argv'>;

export const run = (draft: Draft, argv: readonly string[], more: Run = {}): void => {
  draft.actions.push({ do: 'run', argv, ...more });
};

export const tell = (draft: Draft, text: string): void => {
  draft.actions.push({ do: 'tell', text });
};
