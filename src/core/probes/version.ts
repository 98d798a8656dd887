import { quoteWord } from '../shell-words.ts';
import { type ProbeKind, param } from './kind.ts';

export const version: ProbeKind = {
  ask: 'version',
  about:
    'the version of docker (client), dockerd, containerd, runc, systemd, libseccomp ...; `major` and `minor` as numbers',
  params: { program: 'text' },
  facts: { found: 'boolean', path: 'text', version: 'text', major: 'number', minor: 'number' },
  command: (query) => `${quoteWord(param(query, 'program'))} --version`,
  *inquire() {
    return { known: false, why: 'not-asked' };
  },
};
