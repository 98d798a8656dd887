import type { Reply } from '../types.ts';
import { ask, askEach, type Inquiry } from './inquiry.ts';

/** A process by its files in /proc (proc(5)). */
export interface Process {
  readonly pid: number;
  /** Its program's name, at most 15 characters. */
  readonly comm: string;
}

export interface Details {
  /** The words of its command line; none of a kernel thread. */
  readonly argv: readonly string[];
  /** The lines of its cgroup file; nothing where it may not be read. */
  readonly cgroup?: string;
  readonly uid?: number;
}

const textIn = (reply: Reply | undefined): string | undefined =>
  reply?.known === true && 'text' in reply ? reply.text : undefined;

export function* detailsOf(pid: number): Inquiry<Details> {
  const [cmdline, cgroup, status] = yield* askEach(
    ['cmdline', 'cgroup', 'status'].map((name) => ({ read: 'text', path: `/proc/${pid}/${name}` }) as const),
  );
  const [, uid] = /^Uid:\s(\d+)/m.exec(textIn(status) ?? '') ?? [];
  const groups = textIn(cgroup);
  return {
    argv: (textIn(cmdline) ?? '').split('\0').filter((word) => word !== ''),
    ...(groups !== undefined && { cgroup: groups }),
    ...(uid !== undefined && { uid: Number(uid) }),
  };
}

/** More than this is not looked through. */
const mostProcesses = 8000;

/**
 * Every process, or why they cannot be told. Where /proc is mounted with hidepid, those of others
 * are not seen, and process 1 is not either: then what is missing proves nothing.
 */
export function* processes(): Inquiry<readonly Process[] | 'unknown' | 'denied'> {
  const folder = yield* ask({ read: 'names', path: '/proc' });
  if (!folder.known) return folder.why === 'denied' ? 'denied' : 'unknown';
  const pids = folder.exists ? folder.names.filter((name) => /^\d+$/.test(name)).map(Number) : [];
  if (pids.length === 0 || pids.length > mostProcesses) return 'unknown';
  if (!pids.includes(1)) return 'denied';
  const names = yield* askEach(pids.map((pid) => ({ read: 'text', path: `/proc/${pid}/comm` }) as const));
  if (names.some((reply) => !reply.known && reply.why === 'denied')) return 'denied';
  return names.flatMap((reply, index) => {
    const comm = textIn(reply);
    return comm === undefined ? [] : [{ pid: pids[index] ?? 0, comm: comm.trimEnd() }];
  });
}

const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** dockerd, also as RHEL 7 called it; `docker daemon` before 1.12, `docker -d` before 1.8. */
export const isDockerd = (comm: string, argv: readonly string[]): boolean => {
  const program = baseOf(argv[0] ?? comm);
  if (/^dockerd(?:-current|-ce)?$/.test(program) || /^dockerd(?:-current|-ce)?$/.test(comm)) return true;
  return /^docker(?:-current)?$/.test(program) && ['daemon', '-d'].includes(argv[1] ?? '');
};
