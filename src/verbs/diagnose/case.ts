import type { Source } from '../../collect/index.ts';
import type { Scene } from '../../core/ask/scene.ts';
import {
  accuse,
  type Case,
  diagnose,
  type Objection,
  objectionOf,
  openCase,
  type Rulebook,
} from '../../core/diagnose.ts';
import { quoteWord } from '../../core/shell-words.ts';
import type { Diagnosis, Testimony } from '../../core/types.ts';
import type { Options } from '../../options.ts';
import type { World } from '../../world.ts';
import { journalctlFor, logsOf, sceneOf } from './live.ts';
import type { Tape } from './tape.ts';
import { testify, type Witness } from './testify.ts';
import type { Witnesses } from './witness.ts';

export interface Desk {
  readonly rulebook: Rulebook;
  readonly options: Options;
  readonly world: World;
  readonly witnesses: Witnesses;
  readonly tape?: Tape;
}

/** A diagnosis, and what the report may say of the host that took part in it. */
export interface Closed {
  readonly diagnosis: Diagnosis;
  readonly host?: {
    readonly name: string;
    readonly distro: readonly string[];
    readonly mendable?: boolean;
    readonly way?: string;
  };
  /** What the host said, for who goes on from here. */
  readonly testimony?: Testimony;
  readonly witness?: Witness;
}

/** The same, where the report is not to end with the offer of a fix. */
export const withoutOffer = (closed: Closed): Closed =>
  closed.host === undefined ? closed : { ...closed, host: { ...closed.host, mendable: false } };

/** What dockerd says of its configuration is read like a line of its log, and judged with it. */
const hear = (open: Case, { asked, text }: Objection): void => {
  const reader = open.readerFor(asked);
  reader.push(new TextEncoder().encode(`${text}\n`));
  reader.end();
};

/** What was read is judged, together with a host where there is one. */
export const closeCase = async (open: Case, witness: Witness | undefined, now: number): Promise<Closed> => {
  const accusation = accuse(open, now);
  if (witness === undefined) return { diagnosis: diagnose(open, accusation) };
  const testimony = await testify(open, accusation, witness);
  const objection = witness.live ? objectionOf(accusation, testimony) : undefined;
  const { name, kind, address } = witness.host;
  const mendable = witness.live && (kind === 'local' || kind === 'ssh');
  const way = address === undefined ? {} : { way: ` --host ${quoteWord(address)}` };
  const host = { name, distro: testimony.system?.distro ?? [], mendable, ...way };
  if (objection === undefined) return { diagnosis: diagnose(open, accusation, testimony), host, testimony, witness };
  hear(open, objection);
  const again = accuse(open, now);
  const second = await testify(open, again, witness);
  return { diagnosis: diagnose(open, again, second), host, testimony: second, witness };
};

const record = async ({ options, tape, world }: Desk, witness: Witness | undefined): Promise<void> => {
  if (options.record === undefined || tape === undefined) return;
  await tape.write(options.record, witness?.host, witness?.scene ?? { now: world.now });
};

const marker = '{"docker-why-recording"';

/** By the first bytes, blanks aside: a recording of ours. */
const isRecording = (chunk: Uint8Array): boolean =>
  chunk[0] === 0x7b && new TextDecoder().decode(chunk.subarray(0, 64)).replaceAll(/\s/g, '').startsWith(marker);

/** A log that is read, or the recording that it turned out to be. */
const readAll = async (source: Source, open: Case, tape: Tape | undefined): Promise<'empty' | 'read' | Uint8Array> => {
  let first = true;
  let recording: Uint8Array[] | undefined;
  for await (const chunk of source.chunks()) {
    if (chunk.length === 0) continue;
    if (first && isRecording(chunk)) recording = [];
    first = false;
    if (recording !== undefined) {
      recording.push(chunk.slice());
      continue;
    }
    open.reader.push(chunk);
    tape?.log(source.name, chunk);
  }
  if (recording !== undefined) return Buffer.concat(recording);
  open.reader.end();
  return first ? 'empty' : 'read';
};

/** A recording replays: its own log, its own answers, its own now. */
const replay = async (bytes: Uint8Array, name: string, { rulebook, options }: Desk): Promise<Closed> => {
  const { askedOnce } = await import('../../hosts/index.ts');
  const { parseRecording, recordedHost } = await import('../../hosts/recorder.ts');
  const recording = parseRecording(new TextDecoder().decode(bytes), name);
  const { scene, logs } = recording;
  const open = openCase(name, rulebook);
  for (const log of logs) {
    const reader = open.readerFor(log.name);
    reader.push(new TextEncoder().encode(log.text));
    reader.end();
  }
  const live = logs.length === 0 || logs.some((log) => log.name === 'journal');
  const witness = options.noHost ? undefined : { host: askedOnce(recordedHost(recording)), scene, live };
  return closeCase(open, witness, scene.now);
};

/** A file or a pipe; nothing where standard input is empty, which is as good as none. */
export const judgeLog = async (source: Source, desk: Desk): Promise<Closed | undefined> => {
  const { options, rulebook, tape, witnesses, world } = desk;
  const open = openCase(source.name, rulebook);
  const read = await readAll(source, open, tape);
  if (typeof read !== 'string') return replay(read, source.name, desk);
  if (read === 'empty' && source.name === 'stdin') return undefined;
  const host = witnesses.isNamed ? await witnesses.named() : await witnesses.own(accuse(open, world.now));
  const witness =
    host === undefined || options.noHost
      ? undefined
      : { host, scene: await sceneOf(host, options, world.now), live: false };
  const closed = await closeCase(open, witness, world.now);
  await record(desk, witness);
  return closed;
};

const readLogs = async (open: Case, scene: Scene, { options, tape, witnesses, world }: Desk) => {
  const host = await witnesses.named();
  const logs = await logsOf(await journalctlFor(host, options, world), host, options, scene);
  for (const chunk of logs.chunks) {
    open.reader.push(chunk);
    tape?.journal(chunk);
  }
  open.reader.end();
  for (const file of logs.files) {
    const reader = open.readerFor(file.name);
    for await (const chunk of file.chunks()) {
      reader.push(chunk);
      tape?.log(file.name, chunk);
    }
    reader.end();
  }
  return logs.notes;
};

/** The live host: its journal, and what it says itself. */
export const judgeLive = async (desk: Desk): Promise<Closed> => {
  const { options, rulebook, witnesses, world } = desk;
  const host = await witnesses.named();
  const scene = await sceneOf(host, options, world.now);
  const open = openCase('journal', rulebook);
  const notes = await readLogs(open, scene, desk);
  const witness = options.noHost ? undefined : { host, scene, live: true };
  const closed = await closeCase(open, witness, world.now);
  await record(desk, witness);
  return { ...closed, diagnosis: { ...closed.diagnosis, notes: [...notes, ...closed.diagnosis.notes] } };
};
