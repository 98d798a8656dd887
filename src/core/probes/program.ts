import { capabilitiesOf } from '../ask/capabilities.ts';
import { ask, type Inquiry } from '../ask/inquiry.ts';
import { daemonFolders, findProgram, isExecutable, isProgramName } from '../ask/program.ts';
import type { Scene } from '../ask/scene.ts';
import { quoteWord } from '../shell-words.ts';
import { type ProbeKind, param } from './kind.ts';

/** The client calls credential helpers, with the PATH of whoever types `docker`. */
const isClients = (name: string): boolean => name.startsWith('docker-credential-');

function* foldersFor(name: string, scene: Scene): Inquiry<readonly string[]> {
  const daemon = yield* daemonFolders(scene);
  if (!isClients(name)) return daemon;
  const path = yield* ask({ read: 'variable', name: 'PATH' });
  const own = path.known ? (path.value ?? '').split(':').filter((folder) => folder.startsWith('/')) : [];
  return [...new Set([...own.slice(0, 100), ...daemon])];
}

export const program: ProbeKind = {
  ask: 'program',
  about: 'a program in the PATH of the daemon (docker-credential-*: of the caller), or of an absolute path',
  params: { name: 'text' },
  facts: { found: 'boolean', path: 'text', executable: 'boolean', setuid: 'boolean', capabilities: 'text' },
  command: (query) => `command -v ${quoteWord(param(query, 'name'))}`,
  *inquire(query, scene) {
    const name = param(query, 'name');
    if (!isProgramName(name)) return { known: false, why: 'not-asked' };
    const found = yield* findProgram(name, yield* foldersFor(name, scene));
    if ('known' in found) return found;
    const { path, stat } = found;
    if (path === undefined || stat === undefined) return { known: true, facts: { found: false } };
    const setuid = (Number.parseInt(stat.mode, 8) & 0o4000) !== 0;
    const facts = { found: true, path, executable: isExecutable(found), setuid };
    // a program is given rights in one of two ways; who has the first needs no other
    const capabilities = setuid ? undefined : yield* capabilitiesOf(path);
    return { known: true, facts: { ...facts, ...(capabilities !== undefined && { capabilities }) } };
  },
};
