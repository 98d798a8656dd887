import { quoteWord } from '../shell-words.ts';
import { type ProbeKind, param } from './kind.ts';

export const certificate: ProbeKind = {
  ask: 'certificate',
  about: 'a PEM certificate or key: dates in days from now, does the key fit',
  params: { path: 'text', 'key?': 'text', 'ca?': 'text' },
  facts: {
    exists: 'boolean',
    readable: 'boolean',
    valid: 'boolean',
    'days-left': 'number',
    'days-since-start': 'number',
    'key-fits': 'boolean',
    'ca-fits': 'boolean',
  },
  command: (query) => `openssl x509 -noout -subject -dates -in ${quoteWord(param(query, 'path'))}`,
  *inquire() {
    return { known: false, why: 'not-asked' };
  },
};
