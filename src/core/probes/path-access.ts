import { quoteWord } from '../shell-words.ts';
import { type ProbeKind, param } from './kind.ts';

export const pathAccess: ProbeKind = {
  ask: 'path-access',
  about: 'may others (a remapped root) traverse every parent of the path',
  params: { path: 'text' },
  facts: { exists: 'boolean', traversable: 'boolean', blocked: 'text' },
  command: (query) => `namei -l ${quoteWord(param(query, 'path'))}`,
  *inquire() {
    return { known: false, why: 'not-asked' };
  },
};
