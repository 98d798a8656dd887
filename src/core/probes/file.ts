import { outputOf } from '../ask/file.ts';
import { ask } from '../ask/inquiry.ts';
import { isAbsolute } from '../ask/path.ts';
import { quoteWord } from '../shell-words.ts';
import type { Stat } from '../types.ts';
import { type ProbeKind, param } from './kind.ts';

const modeFacts = ({ type, mode, uid, gid, size }: Stat) => {
  const bits = Number.parseInt(mode, 8);
  return {
    exists: true,
    type,
    mode,
    uid,
    gid,
    size,
    dangling: false,
    executable: type === 'file' && (bits & 0o111) !== 0,
    setuid: (bits & 0o4000) !== 0,
  };
};

export const file: ProbeKind = {
  ask: 'file',
  about: 'metadata of a path, never its content; `type` is file, directory, socket, symlink, device or other',
  params: { path: 'text' },
  facts: {
    exists: 'boolean',
    type: 'text',
    mode: 'text',
    uid: 'number',
    gid: 'number',
    size: 'number',
    executable: 'boolean',
    setuid: 'boolean',
    capabilities: 'text',
    dangling: 'boolean',
  },
  command: (query) => `ls -ld ${quoteWord(param(query, 'path'))}`,
  *inquire(query) {
    const path = param(query, 'path');
    if (!isAbsolute(path)) return { known: false, why: 'not-asked' };
    const target = yield* ask({ read: 'stat', path });
    if (!target.known) return target;
    if (!target.exists) {
      const link = yield* ask({ read: 'stat', path, link: true });
      return { known: true, facts: { exists: false, dangling: link.known && link.exists } };
    }
    const facts = modeFacts(target);
    if (!facts.executable) return { known: true, facts };
    // getcap prints nothing for a file without capabilities
    const capabilities = yield* outputOf(['getcap', path]);
    return {
      known: true,
      facts: {
        ...facts,
        ...(capabilities !== undefined && { capabilities: capabilities.trim().replace(`${path} `, '') }),
      },
    };
  },
};
