import { textOf } from '../ask/file.ts';
import type { Inquiry } from '../ask/inquiry.ts';
import { kernelLogOf } from '../ask/kernel-log.ts';
import type { Scene } from '../ask/scene.ts';
import { killsOf } from '../parse/oom.ts';
import type { Scalar } from '../types.ts';
import type { ProbeKind } from './kind.ts';

type Facts = Record<string, Scalar>;

const kibibytes = (text: string, name: string): number | undefined => {
  const [, count] = new RegExp(`^${name}:\\s+(\\d{1,15}) kB$`, 'm').exec(text) ?? [];
  return count === undefined ? undefined : Number(count) * 1024;
};

/** MemAvailable is there since Linux 3.14; before it, what is free and what is only cached (proc_meminfo(5)). */
const availableIn = (text: string): number | undefined => {
  const told = kibibytes(text, 'MemAvailable');
  if (told !== undefined) return told;
  const parts = ['MemFree', 'Buffers', 'Cached'].map((name) => kibibytes(text, name) ?? 0);
  const sum = parts.reduce((total, part) => total + part, 0);
  return sum === 0 ? undefined : sum;
};

function* meminfo(): Inquiry<Facts> {
  const text = (yield* textOf('/proc/meminfo')) ?? '';
  const [available, swap] = [availableIn(text), kibibytes(text, 'SwapFree')];
  return {
    ...(available !== undefined && { 'available-bytes': available }),
    ...(swap !== undefined && { 'swap-free-bytes': swap }),
  };
}

/** Without the time of the failure, what was killed may have been killed weeks ago. */
function* kills(scene: Scene): Inquiry<Facts> {
  if (scene.since === undefined) return {};
  const log = yield* kernelLogOf(scene);
  if (!log.known) return {};
  const found = killsOf(log.lines).filter(({ docker }) => docker);
  const last = found.at(-1);
  return { 'oom-kills': found.length, ...(last !== undefined && { victim: last.victim }) };
}

export const memory: ProbeKind = {
  ask: 'memory',
  about:
    'memory of the host in bytes; OOM kills of the daemon, containerd or in containers since the failed start, and whom the last one hit',
  params: {},
  facts: { 'available-bytes': 'number', 'swap-free-bytes': 'number', 'oom-kills': 'number', victim: 'text' },
  command: () => 'free -m; sudo dmesg | grep -i -e oom -e "out of memory"',
  *inquire(_query, scene) {
    const facts = { ...(yield* meminfo()), ...(yield* kills(scene)) };
    return Object.keys(facts).length > 0 ? { known: true, facts } : { known: false, why: 'absent' };
  },
};
