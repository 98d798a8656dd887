import { groundFacts, isUnknown } from '../ask/ground.ts';
import { isAbsolute } from '../ask/path.ts';
import { quoteWord } from '../shell-words.ts';
import { type ProbeKind, param } from './kind.ts';

export const mount: ProbeKind = {
  ask: 'mount',
  about: 'the file system under a path: type, options, free blocks (bytes) and inodes',
  params: { path: 'text' },
  facts: {
    exists: 'boolean',
    fstype: 'text',
    options: 'text',
    'read-only': 'boolean',
    noexec: 'boolean',
    nosuid: 'boolean',
    'free-bytes': 'number',
    'used-percent': 'number',
    'free-inodes': 'number',
    'd-type': 'boolean',
    pquota: 'boolean',
  },
  command: (query) => `df -hT ${quoteWord(param(query, 'path'))}; df -i ${quoteWord(param(query, 'path'))}`,
  *inquire(query) {
    const path = param(query, 'path');
    if (!isAbsolute(path)) return { known: false, why: 'not-asked' };
    const facts = yield* groundFacts(path);
    return isUnknown(facts) ? facts : { known: true, facts };
  },
};
