import type { Source } from '../../collect/index.ts';
import { localJournalctl } from '../../collect/journalctl.ts';
import { accuse, type Case, diagnose, openCase, type Rulebook } from '../../core/diagnose.ts';
import type { Diagnosis } from '../../core/types.ts';
import type { Host } from '../../hosts/index.ts';
import type { Options } from '../../options.ts';
import type { World } from '../../world.ts';
import { readLive, sceneOf } from './live.ts';
import { testify } from './testify.ts';
import type { Witnesses } from './witness.ts';

export interface Desk {
  readonly rulebook: Rulebook;
  readonly options: Options;
  readonly world: World;
  readonly witnesses: Witnesses;
}

/** A diagnosis, and what the report may say of the host that took part in it. */
export interface Closed {
  readonly diagnosis: Diagnosis;
  readonly host?: { readonly name: string; readonly distro: readonly string[] };
}

/** What was read is judged, together with a host where there is one. */
export const closeCase = async (
  open: Case,
  host: Host | undefined,
  live: boolean,
  { options, world }: Desk,
): Promise<Closed> => {
  const accusation = accuse(open, world.now);
  if (host === undefined) return { diagnosis: diagnose(open, accusation) };
  const scene = await sceneOf(host, options, world.now);
  const testimony = await testify(open, accusation, { host, scene, live });
  return {
    diagnosis: diagnose(open, accusation, testimony),
    host: { name: host.name, distro: testimony.system?.distro ?? [] },
  };
};

/** Reads a log to its end. False where there was not one byte. */
const readAll = async (source: Source, open: Case): Promise<boolean> => {
  let some = false;
  for await (const chunk of source.chunks()) {
    some ||= chunk.length > 0;
    open.reader.push(chunk);
  }
  open.reader.end();
  return some;
};

/** A file or a pipe; nothing where standard input is empty, which is as good as none. */
export const judgeLog = async (source: Source, desk: Desk): Promise<Closed | undefined> => {
  const { options, rulebook, witnesses, world } = desk;
  const open = openCase(source.name, rulebook);
  if (!(await readAll(source, open)) && source.name === 'stdin') return undefined;
  const host = witnesses.isNamed ? await witnesses.named() : await witnesses.own(accuse(open, world.now));
  return closeCase(open, options.noHost ? undefined : host, false, desk);
};

/** The live host: its journal, and what it says itself. */
export const judgeLive = async (desk: Desk): Promise<Closed> => {
  const { options, rulebook, witnesses, world } = desk;
  const host = await witnesses.named();
  const scene = await sceneOf(host, options, world.now);
  const open = openCase('journal', rulebook);
  const notes = await readLive(open.reader, localJournalctl(world.env), options, scene);
  open.reader.end();
  const closed = await closeCase(open, options.noHost ? undefined : host, true, desk);
  return { ...closed, diagnosis: { ...closed.diagnosis, notes: [...notes, ...closed.diagnosis.notes] } };
};
