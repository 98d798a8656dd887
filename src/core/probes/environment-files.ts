import { quoteWord } from '../shell-words.ts';
import { type ProbeKind, param } from './kind.ts';

export const environmentFiles: ProbeKind = {
  ask: 'environment-files',
  about: 'files that EnvironmentFile= of a unit names without a leading dash',
  params: { name: 'text' },
  facts: { count: 'number', missing: 'number', first: 'text' },
  command: (query) => `systemctl show ${quoteWord(param(query, 'name'))} -p EnvironmentFiles`,
  *inquire() {
    return { known: false, why: 'not-asked' };
  },
};
