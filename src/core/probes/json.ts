import { quoteWord } from '../shell-words.ts';
import { type ProbeKind, param } from './kind.ts';

export const json: ProbeKind = {
  ask: 'json',
  about: 'a JSON file below /etc/docker; with `pointer` (a top-level key) that value',
  params: { path: 'text', 'pointer?': 'text' },
  facts: {
    exists: 'boolean',
    readable: 'boolean',
    valid: 'boolean',
    empty: 'boolean',
    error: 'text',
    present: 'boolean',
    type: 'text',
    value: 'text',
  },
  command: (query) => `python3 -m json.tool ${quoteWord(param(query, 'path'))}`,
  *inquire() {
    return { known: false, why: 'not-asked' };
  },
};
