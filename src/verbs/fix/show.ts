import type { Plan } from '../../core/types.ts';
import { diffLines, type Line, previewOf } from '../../guide/preview.ts';
import { scriptOf } from '../../guide/script.ts';
import type { Conflict } from '../../hosts/hands/index.ts';
import { paintFor, type ReportOptions, safeText, told, wrap } from '../../report/index.ts';

const indent = '  ';

const showLine = ({ kind, text }: Line, look: ReportOptions): string => {
  const paint = paintFor(look);
  const safe = safeText(text);
  if (kind === 'tell') return wrap(safe, look.width, { first: `${indent}# ` }).join('\n');
  const shown = `${indent}${kind === 'run' ? '$ ' : ''}${safe}`;
  if (kind === 'add') return paint.tone('healthy', shown);
  if (kind === 'remove') return paint.tone('found', shown);
  return kind === 'head' || kind === 'run' ? paint.bold(shown) : paint.dim(shown);
};

/** What taking back would have done to a file that somebody changed since. */
export const showConflict = ({ path, now, kept }: Conflict, look: ReportOptions): string => {
  const head: Line = { kind: 'head', text: `${path}: - as it is now, + as it was before the fix` };
  return `${[head, ...diffLines(now ?? '', kept ?? '')].map((line) => showLine(line, look)).join('\n')}\n`;
};

/** The exact diff of each file and the exact commands. */
export const showPlan = (plan: Plan, look: ReportOptions): string => {
  const paint = paintFor(look);
  const lines = previewOf(plan).map((line) => showLine(line, look));
  const cost = plan.cost === undefined ? [] : wrap(`Cost: ${safeText(plan.cost)}`, look.width, { first: indent });
  const open = plan.problems.flatMap((problem) =>
    wrap(`Not ready: ${safeText(problem)}`, look.width, { first: indent }),
  );
  return `${paint.bold(told(safeText(plan.title), {}))}\n${[...cost, ...open, ...lines].join('\n')}\n`;
};

export const showScript = (plan: Plan): string => `${safeText(scriptOf(plan))}\n`;
