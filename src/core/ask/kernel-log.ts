import type { Unknown, UnknownReason } from '../types.ts';
import { textOf } from './file.ts';
import { ask, type Inquiry } from './inquiry.ts';
import type { Scene } from './scene.ts';

export type KernelLog = { readonly known: true; readonly lines: readonly string[] } | Unknown;

/** Of a long log the end counts. */
const mostLines = '10000';

const linesIn = (text: string): readonly string[] =>
  text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('-- '));

/** Without rights journalctl shows the caller's own messages, which the kernel's are not among, and says so in a hint. */
const isDenied = (stderr: string): boolean => /not seeing messages|insufficient permissions/.test(stderr);

const journal = (more: readonly string[]) =>
  ({
    read: 'output',
    argv: ['journalctl', '-k', '-b', '0', '-o', 'cat', '--no-pager', ...more],
  }) as const;

function* fromJournal(since: number | undefined): Inquiry<KernelLog> {
  const window = since === undefined ? [] : ['--since', `@${Math.floor(since / 1000)}`];
  const reply = yield* ask(journal(['-n', mostLines, ...window]));
  if (!reply.known) return reply;
  if (isDenied(reply.stderr)) return { known: false, why: 'denied' };
  if (reply.code !== 0) return { known: false, why: 'unreadable' };
  const lines = linesIn(reply.stdout);
  if (lines.length > 0) return { known: true, lines };
  // silence since then is an answer only where the journal holds the kernel's lines at all
  const any = since === undefined ? undefined : yield* ask(journal(['-n', '1']));
  return any?.known === true && linesIn(any.stdout).length > 0
    ? { known: true, lines }
    : { known: false, why: 'absent' };
}

/** btime of proc_stat(5): milliseconds since 1970. */
function* bootedAt(): Inquiry<number | undefined> {
  const [, seconds] = /^btime (\d{1,12})$/m.exec((yield* textOf('/proc/stat')) ?? '') ?? [];
  return seconds === undefined ? undefined : Number(seconds) * 1000;
}

/** dmesg tells seconds since the start, give or take: its clock stands still while the host sleeps. */
const slack = 5000;

const after =
  (since: number, booted: number) =>
  (line: string): boolean => {
    const [, seconds] = /^\[ {0,12}(\d{1,10}\.\d{1,9})\]/.exec(line) ?? [];
    return seconds !== undefined && booted + Number(seconds) * 1000 >= since - slack;
  };

function* fromDmesg(since: number | undefined): Inquiry<KernelLog> {
  const reply = yield* ask({ read: 'output', argv: ['dmesg'] });
  if (!reply.known) return reply;
  if (reply.code !== 0)
    return { known: false, why: /not permitted|denied/i.test(reply.stderr) ? 'denied' : 'unreadable' };
  const lines = linesIn(reply.stdout);
  if (lines.length === 0) return { known: false, why: 'absent' };
  if (since === undefined) return { known: true, lines };
  const booted = yield* bootedAt();
  if (booted === undefined) return { known: false, why: 'unreadable' };
  return { known: true, lines: lines.filter(after(since, booted)) };
}

const reasons: readonly UnknownReason[] = ['denied', 'timeout', 'unreadable', 'absent', 'no-such-tool', 'not-asked'];

/** The kernel's lines since the failure began; of this boot, where that is not known. */
export function* kernelLogOf({ since }: Scene): Inquiry<KernelLog> {
  const log = yield* fromJournal(since);
  if (log.known) return log;
  const other = yield* fromDmesg(since);
  if (other.known) return other;
  const why = reasons.find((reason) => reason === log.why || reason === other.why);
  return { known: false, why: why ?? 'unreadable' };
}
