import { isThere } from '../ask/file.ts';
import { ask } from '../ask/inquiry.ts';
import type { ProbeKind } from './kind.ts';

const path = '/etc/containerd/config.toml';
const argv = ['containerd', '--config', path, 'config', 'dump'] as const;

/** Its last words: `containerd: failed to load TOML: ...`. Before 1.3 there was no `config dump`. */
const objectionIn = (stderr: string): string | undefined => {
  const line = stderr.split('\n').findLast((one) => one.startsWith('containerd: '));
  return line === undefined || /permission denied|No help topic/i.test(line) ? undefined : line.slice(0, 300);
};

export const containerdConfig: ProbeKind = {
  ask: 'containerd-config',
  about: '/etc/containerd/config.toml: does containerd itself take it (`containerd config dump` starts nothing)',
  params: {},
  facts: { exists: 'boolean', valid: 'boolean', error: 'text' },
  command: () => `sudo ${argv.join(' ')}`,
  *inquire() {
    const exists = yield* isThere(path);
    if (exists === false) return { known: true, facts: { exists } };
    const reply = yield* ask({ read: 'output', argv });
    if (!reply.known) return reply;
    if (reply.code === 0) return { known: true, facts: { exists: true, valid: true } };
    const error = objectionIn(reply.stderr);
    return error === undefined
      ? { known: false, why: 'unreadable' }
      : { known: true, facts: { exists: true, valid: false, error } };
  },
};
