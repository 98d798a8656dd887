import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import micromatch from 'micromatch';
import type { CauseId } from '../../../src/core/types.ts';
import { LabError } from '../guest/can-run.ts';
import { type SuiteName, suites } from '../guest/suites.ts';
import type { Faults, NamedFault } from './fault.ts';

const folder = fileURLToPath(new URL('../faults/', import.meta.url));

const faultsOf = async (path: string): Promise<readonly NamedFault[]> => {
  const cause: CauseId = `${basename(join(path, '..'))}/${basename(path, '.ts')}`;
  const { faults } = (await import(pathToFileURL(path).href)) as { readonly faults: Faults };
  return Object.entries(faults).map(([variant, fault]) => ({ ...fault, id: `${cause}.${variant}`, cause }));
};

/** Every fault, by the names of the files that hold them: a new one needs no other file touched. */
export const loadFaults = async (): Promise<readonly NamedFault[]> => {
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts')).sort();
  return (await Promise.all(files.map((name) => faultsOf(join(folder, name))))).flat();
};

/** `userns/*` names causes, `userns/subid*.empty` faults. */
export const chooseFaults = (faults: readonly NamedFault[], patterns: readonly string[]): readonly NamedFault[] => {
  return faults.filter(({ id, cause }) => micromatch.isMatch(id, patterns) || micromatch.isMatch(cause, patterns));
};

export const findFault = async (id: string): Promise<NamedFault> => {
  const faults = await loadFaults();
  const found = faults.find((fault) => fault.id === id) ?? faults.find((fault) => fault.cause === id);
  if (found === undefined) throw new LabError(`no fault is named ${id}; npm run lab -- list shows them`);
  return found;
};

/** Where a fault can be had: its own list, cut to the suites that boot its kind of guest. */
export const runsOn = (fault: NamedFault, suite: SuiteName): boolean =>
  (fault.suites?.includes(suite) ?? suite !== 'host') && suites[suite].kinds.includes(fault.kind ?? 'v2');
