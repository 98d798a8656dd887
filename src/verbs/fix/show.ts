import type { Plan } from '../../core/types.ts';
import { previewOf } from '../../guide/preview.ts';
import { scriptOf } from '../../guide/script.ts';
import { paintFor, type ReportOptions, safeText, told, wrap } from '../../report/index.ts';

const indent = '  ';

/** The exact diff of each file and the exact commands. */
export const showPlan = (plan: Plan, look: ReportOptions): string => {
  const paint = paintFor(look);
  const lines = previewOf(plan).map(({ kind, text }) => {
    const safe = safeText(text);
    if (kind === 'tell') return wrap(safe, look.width, { first: `${indent}# ` }).join('\n');
    const shown = `${indent}${kind === 'run' ? '$ ' : ''}${safe}`;
    if (kind === 'add') return paint.tone('healthy', shown);
    if (kind === 'remove') return paint.tone('found', shown);
    return kind === 'head' || kind === 'run' ? paint.bold(shown) : paint.dim(shown);
  });
  const cost = plan.cost === undefined ? [] : wrap(`Cost: ${safeText(plan.cost)}`, look.width, { first: indent });
  const open = plan.problems.flatMap((problem) =>
    wrap(`Not ready: ${safeText(problem)}`, look.width, { first: indent }),
  );
  return `${paint.bold(told(safeText(plan.title), {}))}\n${[...cost, ...open, ...lines].join('\n')}\n`;
};

export const showScript = (plan: Plan): string => `${safeText(scriptOf(plan))}\n`;
