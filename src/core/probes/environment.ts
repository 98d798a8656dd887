import { quoteWord } from '../shell-words.ts';
import { type ProbeKind, param } from './kind.ts';

export const environment: ProbeKind = {
  ask: 'environment',
  about: 'a variable of the caller',
  params: { name: 'text' },
  facts: { set: 'boolean', value: 'text' },
  command: (query) => `printenv ${quoteWord(param(query, 'name'))}`,
  *inquire() {
    return { known: false, why: 'not-asked' };
  },
};
