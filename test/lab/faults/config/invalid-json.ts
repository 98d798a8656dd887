import type { Faults } from '../../fault/fault.ts';
import { daemonJson, noDaemonJson, onRestart } from '../../fault/steps.ts';

const broken = (text: string, suites?: Faults[string]['suites']): Faults[string] => ({
  inject: [daemonJson(text)],
  observe: onRestart,
  heal: [noDaemonJson],
  ...(suites !== undefined && { suites }),
});

export const faults: Faults = {
  'missing-comma': broken('{\n  "debug": true\n  "log-level": "info"\n}\n'),
  'trailing-comma': broken('{\n  "debug": true,\n}\n'),
  comment: broken('{\n  // debugging\n  "debug": true\n}\n'),
  'curly-quotes': broken('{\n  \u201cdebug\u201d: true\n}\n'),
  'unclosed-brace': broken('{\n  "debug": true\n'),
  bom: broken('\ufeff{"debug": true}\n', ['bullseye', 'bookworm']),
  empty: broken('', ['bullseye', 'bookworm']),
  'merge-conflict': broken('<<<<<<< HEAD\n{"debug": true}\n=======\n{}\n>>>>>>> x\n'),
  yaml: broken('debug: true\nlog-level: info\n'),
};
