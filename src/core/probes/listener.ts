import { quoteWord } from '../shell-words.ts';
import { type ProbeKind, param } from './kind.ts';

export const listener: ProbeKind = {
  ask: 'listener',
  about: 'who listens on a port or a socket path (`address`: 0.0.0.0:2375, :80 or /run/docker.sock)',
  params: { address: 'text' },
  facts: { listening: 'boolean', program: 'text', pid: 'number', stale: 'boolean' },
  command: (query) => `sudo ss -lntup | grep -e ${quoteWord(param(query, 'address'))}`,
  *inquire() {
    return { known: false, why: 'not-asked' };
  },
};
