import type { Inquiry } from '../ask/inquiry.ts';
import { groundOf } from '../ask/mount.ts';
import { findProgram, isExecutable, isProgramName, systemFolders } from '../ask/program.ts';
import { commandLinesOf, isUnit, unitOf } from '../ask/unit.ts';
import { quoteWord } from '../shell-words.ts';
import type { Scalar } from '../types.ts';
import { type ProbeKind, param } from './kind.ts';

function* noexec(path: string): Inquiry<Record<string, Scalar>> {
  const ground = yield* groundOf(path);
  return 'mount' in ground && ground.mount !== undefined
    ? { 'noexec-mount': ground.mount.options.includes('noexec') }
    : {};
}

export const execFile: ProbeKind = {
  ask: 'exec-file',
  about: 'the program that ExecStart of a unit names; an empty file is not executable',
  params: { name: 'text' },
  facts: { path: 'text', exists: 'boolean', executable: 'boolean', type: 'text', 'noexec-mount': 'boolean' },
  command: (query) => `systemctl cat ${quoteWord(param(query, 'name'))}`,
  *inquire(query, scene) {
    const unit = yield* unitOf(param(query, 'name'), scene);
    if (!isUnit(unit)) return unit;
    // of several command lines (Type=oneshot) the last is the service itself
    const path = (yield* commandLinesOf(unit)).at(-1)?.[0] ?? '';
    if (!isProgramName(path)) return { known: false, why: 'absent' };
    const found = yield* findProgram(path, systemFolders);
    if ('known' in found) return found;
    const { stat } = found;
    if (found.path === undefined || stat === undefined) return { known: true, facts: { path, exists: false } };
    const facts = { path: found.path, exists: true, type: stat.type, executable: isExecutable(found) && stat.size > 0 };
    return { known: true, facts: { ...facts, ...(yield* noexec(found.path)) } };
  },
};
