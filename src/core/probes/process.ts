import type { Inquiry } from '../ask/inquiry.ts';
import { detailsOf, processes } from '../ask/process.ts';
import { quoteWord } from '../shell-words.ts';
import type { Answer, Query } from '../types.ts';
import { type ProbeKind, param } from './kind.ts';

function* inquire(query: Query): Inquiry<Answer> {
  const name = param(query, 'name');
  if (!/^[\w][\w.+-]{0,100}$/.test(name)) return { known: false, why: 'not-asked' };
  const all = yield* processes();
  if (typeof all === 'string') return { known: false, why: all === 'denied' ? 'denied' : 'absent' };
  // the kernel keeps 15 characters of a name
  const found = all.filter(({ comm }) => comm === name.slice(0, 15));
  const [first] = found;
  if (first === undefined) return { known: true, facts: { count: 0 } };
  const details: { readonly snap: boolean | undefined }[] = [];
  for (const { pid } of found.slice(0, 20)) {
    const { argv, cgroup } = yield* detailsOf(pid);
    const inSnap = /\/snap\/docker\/|snap\.docker\b/.test(`${argv.join(' ')} ${cgroup ?? ''}`);
    details.push({ snap: inSnap || (cgroup === undefined ? undefined : false) });
  }
  const { argv, uid } = yield* detailsOf(first.pid);
  const snap =
    details.some((one) => one.snap === true) || (details.every((one) => one.snap === false) ? false : undefined);
  return {
    known: true,
    facts: {
      count: found.length,
      pid: first.pid,
      ...(argv.length > 0 && { command: argv.join(' ').slice(0, 1000) }),
      ...(uid !== undefined && { uid }),
      ...(snap !== undefined && { snap }),
    },
  };
}

export const process: ProbeKind = {
  ask: 'process',
  about: 'running processes of that program name; pid, command and uid are those of the first',
  params: { name: 'text' },
  facts: { count: 'number', pid: 'number', command: 'text', snap: 'boolean', uid: 'number' },
  command: (query) => `ps -o pid,user,lstart,args -C ${quoteWord(param(query, 'name'))}`,
  inquire,
};
