import { quoteWord } from '../shell-words.ts';
import { type ProbeKind, param } from './kind.ts';

export const dependency: ProbeKind = {
  ask: 'dependency',
  about: 'the units that this one requires: how many have failed, are masked, missing; the first of them',
  params: { name: 'text' },
  facts: { failed: 'number', masked: 'number', missing: 'number', first: 'text' },
  command: (query) => `systemctl list-dependencies --plain ${quoteWord(param(query, 'name'))}; systemctl --failed`,
  *inquire() {
    return { known: false, why: 'not-asked' };
  },
};
