import { quoteWord } from '../shell-words.ts';
import { type ProbeKind, param } from './kind.ts';

export const interfaceKind: ProbeKind = {
  ask: 'interface',
  about: 'a network interface',
  params: { name: 'text' },
  facts: { exists: 'boolean', up: 'boolean', type: 'text', address: 'text', zone: 'text' },
  command: (query) => `ip address show ${quoteWord(param(query, 'name'))}`,
  *inquire() {
    return { known: false, why: 'not-asked' };
  },
};
