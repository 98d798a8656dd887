import type { Source } from '../../collect/index.ts';
import { type Journal, type Journalctl, type JournalOptions, readJournal } from '../../collect/journal.ts';
import { localJournalctl } from '../../collect/journalctl.ts';
import { daemonOf } from '../../core/ask/daemon.ts';
import type { Scene } from '../../core/ask/scene.ts';
import type { Host } from '../../hosts/index.ts';
import type { Options } from '../../options.ts';
import type { World } from '../../world.ts';

/** The daemon that is meant on this host. */
export const sceneOf = async (host: Host, options: Options, now: number): Promise<Scene> => {
  const { conduct, withDeadline } = await import('../../hosts/index.ts');
  const { unit, user } = options;
  const choice = { ...(unit !== undefined && { unit }), user };
  return { now, ...(await conduct(daemonOf(choice), withDeadline(host, 5000))) };
};

/** Where the daemon's journal is: here, over ssh, in the files of a mounted disk. */
export const journalctlFor = async (host: Host, { root }: Options, { env }: World): Promise<Journalctl> => {
  const { run } = host;
  if (run !== undefined) return (args) => run(['journalctl', ...args]);
  if (root === undefined) return localJournalctl(env);
  const { journalFolderOf } = await import('../../collect/root.ts');
  const folder = journalFolderOf(root);
  return folder === undefined ? async () => undefined : localJournalctl(env, ['-D', folder]);
};

const journalOptions = (options: Options, { unit, rootless }: Scene): JournalOptions => ({
  unit: unit ?? 'docker.service',
  user: rootless !== undefined,
  ...(options.since !== undefined && { since: options.since }),
  ...(options.boot !== undefined && { boot: options.boot }),
});

export type Missed = Extract<Journal, { readonly found: false }>['why'];

/** What is read of a host's logs. */
export interface Logs {
  readonly chunks: readonly Uint8Array[];
  /** Text logs, where there is no journal. */
  readonly files: readonly Source[];
  /** What could not be read, in words. */
  readonly notes: readonly string[];
}

const reasons: Readonly<Record<Missed, string>> = {
  'no-journalctl': 'There is no journal that could be read here.',
  'no-journal': 'There is no journal here (it may be kept in memory only).',
  'no-rights': 'This user may not read the journal of the system; sudo docker-why would read it.',
  'no-entries': 'The journal holds no line of Docker; the host itself was asked.',
};

const partly = 'This user sees only a part of the journal; sudo docker-why would see all of it.';

/** OpenRC, WSL without systemd, an old disk: the same lines may stand in syslog or docker.log. */
const otherLogs = async (why: Missed, host: Host, { root = '/' }: Options): Promise<readonly Source[]> => {
  if (why === 'no-entries' || host.kind === 'ssh') return [];
  return (await import('../../collect/root.ts')).rootSources(root);
};

/** Finds the logs of the daemon on its host. */
export const logsOf = async (journalctl: Journalctl, host: Host, options: Options, scene: Scene): Promise<Logs> => {
  const journal = await readJournal(journalctl, journalOptions(options, scene));
  if (journal.found) return { chunks: journal.chunks, files: [], notes: journal.partial ? [partly] : [] };
  const files = await otherLogs(journal.why, host, options);
  const read = files.length === 0 ? '' : ` ${files.map(({ name }) => name).join(', ')} was read instead.`;
  return { chunks: [], files, notes: [`${reasons[journal.why]}${read}`] };
};
