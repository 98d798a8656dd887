import { type Journal, type Journalctl, type JournalOptions, readJournal } from '../../collect/journal.ts';
import { daemonOf } from '../../core/ask/daemon.ts';
import type { Scene } from '../../core/ask/scene.ts';
import type { Reader } from '../../core/read/index.ts';
import type { Host } from '../../hosts/index.ts';
import type { Options } from '../../options.ts';

/** The daemon that is meant on this host. */
export const sceneOf = async (host: Host, options: Options, now: number): Promise<Scene> => {
  const { conduct } = await import('../../hosts/index.ts');
  const { unit, user } = options;
  const daemon = await conduct(daemonOf({ ...(unit !== undefined && { unit }), user: user === true }), host);
  return { now, ...daemon };
};

const journalOptions = (options: Options, { unit, rootless }: Scene): JournalOptions => ({
  unit: unit ?? 'docker.service',
  user: rootless !== undefined,
  ...(options.since !== undefined && { since: options.since }),
  ...(options.boot !== undefined && { boot: options.boot }),
});

const reasons: Readonly<Record<Extract<Journal, { found: false }>['why'], string>> = {
  'no-journalctl': 'There is no journalctl here; the host itself was asked.',
  'no-journal': 'There is no journal here (it may be kept in memory only); the host itself was asked.',
  'no-rights': 'This user may not read the journal of the system; sudo docker-why would read it.',
  'no-entries': 'The journal holds no line of Docker; the host itself was asked.',
};

const partly = 'This user sees only a part of the journal; sudo docker-why would see all of it.';

/** Has the journal read; the words for what could not be read. */
export const readLive = async (
  reader: Reader,
  journalctl: Journalctl,
  options: Options,
  scene: Scene,
): Promise<readonly string[]> => {
  const journal = await readJournal(journalctl, journalOptions(options, scene));
  if (!journal.found) return [reasons[journal.why]];
  for (const chunk of journal.chunks) reader.push(chunk);
  return journal.partial ? [partly] : [];
};
