import { join } from 'node:path';
import { execa } from 'execa';
import type { Diagnosis } from '../../../src/core/types.ts';
import { execIn } from '../guest/exec.ts';
import { toolDir } from '../guest/places.ts';
import type { Guest } from '../guest/registry.ts';
import type { NamedFault } from './fault.ts';
import type { Tool } from './tool.ts';

export type Diagnosed = Pick<Diagnosis, 'outcome' | 'findings'>;

const read = (stdout: string, stderr: string): Diagnosed | string => {
  try {
    return JSON.parse(stdout) as Diagnosed;
  } catch {
    return stderr.trim() || 'no output';
  }
};

/** A text on stdin, as the support engineer has it: no host is asked. */
export const whyOf = async ({ node, app }: Tool, text: string): Promise<Diagnosed | string> => {
  const { stdout, stderr } = await execa(node, [join(app, 'dist/cli.js'), '--json', '--no-host'], {
    input: text,
    reject: false,
    timeout: 60_000,
  });
  return read(stdout, stderr);
};

const inGuest = [`${toolDir}/node`, `${toolDir}/app/dist/cli.js`, '--json'];

/** On the broken host itself, as root, with nothing given. */
export const whyLive = async (guest: Guest): Promise<Diagnosed | string> => {
  const { stdout, stderr } = await execIn(guest, { argv: ['bash', '-c', '"$@" < /dev/null', 'why', ...inGuest] });
  return read(stdout, stderr);
};

/** `docker run ... 2>&1 | docker-why --host local` on the broken host. */
export const whyPiped = async (guest: Guest, text: string): Promise<Diagnosed | string> => {
  const { stdout, stderr } = await execIn(guest, { argv: [...inGuest, '--host', 'local'], input: text });
  return read(stdout, stderr);
};

const kept = '/lab/host.json';

/** The answers of the broken host, as docker-why itself records them for somebody who is not there. */
export const hostRecording = async (guest: Guest, { observe }: NamedFault, stderr: string): Promise<string> => {
  const ask = [...inGuest, '--record', kept];
  if ('restart' in observe) await execIn(guest, { argv: ['bash', '-c', '"$@" < /dev/null', 'why', ...ask] });
  else await execIn(guest, { argv: [...ask, '--host', 'local'], input: stderr });
  return (await execIn(guest, { argv: ['cat', kept] })).stdout;
};

/** What is said of a fault: right, or what was said instead. */
export const isRight = (diagnosed: Diagnosed | string, { cause, also = [] }: NamedFault): boolean => {
  const first = typeof diagnosed === 'string' ? undefined : diagnosed.findings[0];
  return first !== undefined && first.verdict !== 'refuted' && [cause, ...also].includes(first.cause);
};

export const summary = (diagnosed: Diagnosed | string): string => {
  if (typeof diagnosed === 'string') return diagnosed.slice(0, 200);
  const [first] = diagnosed.findings;
  return first === undefined ? diagnosed.outcome : `${first.cause} (${first.verdict})`;
};
