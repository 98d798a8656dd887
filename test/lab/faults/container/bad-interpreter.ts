import type { Faults } from '../../fault/fault.ts';
import { run } from '../../fault/steps.ts';

export const faults: Faults = {
  python: { inject: [], observe: run('alpine /app.py'), heal: [], also: ['container/command-not-found'] },
  crlf: { inject: [], observe: run('alpine /crlf.sh'), heal: [], also: ['container/command-not-found'] },
};
