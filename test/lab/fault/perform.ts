import { setTimeout as sleep } from 'node:timers/promises';
import { LabError } from '../guest/can-run.ts';
import { execIn, type Reply, shell } from '../guest/exec.ts';
import type { Guest } from '../guest/registry.ts';
import type { Fault, Observe, Step } from './fault.ts';

/** Performs steps in order; a step that fails stops the rest, since the fault would not be the one meant. */
export const perform = async (guest: Guest, steps: readonly Step[]): Promise<void> => {
  for (const { argv, input, seconds, mayFail } of steps) {
    const reply = await execIn(guest, {
      argv,
      ...(input !== undefined && { input }),
      ...(seconds !== undefined && { seconds }),
    });
    if (reply.code !== 0 && mayFail !== true)
      throw new LabError(`step failed (${reply.code}): ${argv.join(' ').slice(0, 200)}: ${reply.stderr.slice(0, 300)}`);
  }
};

const commandOf = (observe: Observe): string =>
  'restart' in observe ? `systemctl restart ${observe.restart}` : observe.command;

export interface Observed {
  readonly command: string;
  readonly reply: Reply;
  /** What is-active says of the unit when it has settled. */
  readonly state: string;
  readonly broken: boolean;
}

const unsettled = new Set(['activating', 'deactivating', 'reloading']);

/** A restart loop ends after some seconds, by the start limit. */
const settle = async (guest: Guest, unit: string, seconds: number): Promise<string> => {
  const until = Date.now() + seconds * 1000;
  for (;;) {
    const state = (await execIn(guest, { argv: ['systemctl', 'is-active', unit] })).stdout.trim();
    if (!unsettled.has(state) || Date.now() > until) return state;
    await sleep(800);
  }
};

export const observeFault = async (guest: Guest, { observe, lang }: Fault): Promise<Observed> => {
  const command = commandOf(observe);
  const seconds = 'restart' in observe ? 120 : (observe.seconds ?? 60);
  const reply = await execIn(guest, { argv: ['bash', '-c', command], seconds, ...(lang !== undefined && { lang }) });
  const state = await settle(guest, 'docker', 'restart' in observe ? 40 : 15);
  const broken = 'restart' in observe ? reply.code !== 0 || state !== 'active' : reply.code !== 0;
  return { command, reply, state, broken };
};

export interface Health {
  readonly well: boolean;
  readonly why: string;
}

const checkHealth = [
  'systemctl is-active docker',
  'docker image inspect alpine > /dev/null 2>&1 || docker import /lab/alpine.tar alpine',
  'docker run --rm alpine echo well',
].join(' && ');

/** runc rc93 of bullseye cannot run a container in a nested user namespace; there the daemon must do. */
const checkOf = ({ suite, kind }: Guest): string =>
  suite === 'bullseye' && kind === 'userns' ? 'systemctl is-active docker && docker version' : checkHealth;

export const healthOf = async (guest: Guest): Promise<Health> => {
  const { code, stdout, stderr } = await shell(guest, checkOf(guest), 60);
  return { well: code === 0, why: code === 0 ? '' : `${stdout.trim()} ${stderr.trim()}`.slice(0, 300) };
};

/** After the mend: docker is started anew where it was stopped or broken, and the command works. */
export const healedOf = async (guest: Guest, fault: Fault): Promise<Health> => {
  await shell(guest, 'systemctl reset-failed docker.service docker.socket containerd.service 2> /dev/null');
  if ('restart' in fault.observe) {
    const { code, stderr } = await shell(guest, `systemctl restart ${fault.observe.restart}`, 90);
    if (code !== 0) return { well: false, why: stderr.trim() };
    return healthOf(guest);
  }
  if (fault.heal.length > 0 && fault.again !== false) {
    const again = await observeFault(guest, fault);
    if (again.broken) return { well: false, why: `again: ${again.reply.stderr.slice(0, 300)}` };
  }
  return healthOf(guest);
};
