import { ask, type Inquiry } from '../ask/inquiry.ts';
import { isAbsolute } from '../ask/path.ts';
import { pidFileOf, usualPidFile } from '../ask/pid-file.ts';
import { detailsOf, isDockerd } from '../ask/process.ts';
import { type Scene, unitNamed } from '../ask/scene.ts';
import { quoteWord } from '../shell-words.ts';
import type { Answer, Query, Scalar } from '../types.ts';
import { type ProbeKind, param } from './kind.ts';

/** strconv.Atoi of the trimmed text, as pkg/pidfile in moby has it; what is no number is nobody. */
const pidIn = (text: string): number | undefined => {
  const bare = text.trim();
  return /^[1-9]\d{0,8}$/.test(bare) ? Number(bare) : undefined;
};

/** Who has that number now. dockerd, too, looks only whether /proc has it. */
function* holderFacts(pid: number, scene: Scene): Inquiry<Readonly<Record<string, Scalar>>> {
  const reply = yield* ask({ read: 'text', path: `/proc/${pid}/comm` });
  if (!reply.known) return {};
  if (!reply.exists) {
    // without process 1 it is no /proc, or one that hides the processes of others
    const first = yield* ask({ read: 'stat', path: '/proc/1/comm' });
    return first.known && first.exists ? { alive: false } : {};
  }
  const comm = reply.text.trimEnd();
  const { argv, cgroup } = yield* detailsOf(pid);
  const unit = unitNamed('docker.service', scene);
  return {
    alive: true,
    program: comm,
    daemon: isDockerd(comm, argv),
    ...(cgroup !== undefined && {
      service: cgroup.split('\n').some((line) => line.endsWith(`/${unit}`) || line.includes(`/${unit}/`)),
    }),
  };
}

function* inquire(query: Query, scene: Scene): Inquiry<Answer> {
  const named = param(query, 'path');
  const path = named === usualPidFile ? yield* pidFileOf(scene) : named;
  if (!isAbsolute(path)) return { known: false, why: 'not-asked' };
  const reply = yield* ask({ read: 'text', path });
  if (!reply.known) return reply;
  if (!reply.exists) return { known: true, facts: { exists: false } };
  const pid = pidIn(reply.text);
  if (pid === undefined) return { known: true, facts: { exists: true, alive: false } };
  return { known: true, facts: { exists: true, pid, ...(yield* holderFacts(pid, scene)) } };
}

export const pidFile: ProbeKind = {
  ask: 'pid-file',
  about:
    'a pid file against /proc: who holds that pid now; `service`: it is of docker.service; /var/run/docker.pid is the file of this daemon',
  params: { path: 'text' },
  facts: {
    exists: 'boolean',
    pid: 'number',
    alive: 'boolean',
    program: 'text',
    daemon: 'boolean',
    service: 'boolean',
  },
  command: (query) => `ps -o pid,args -p "$(cat ${quoteWord(param(query, 'path'))})"`,
  inquire,
};
