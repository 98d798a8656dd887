import { quoteWord } from '../../core/shell-words.ts';
import { MendError, UsageError } from '../../errors.ts';
import type { FarHands } from '../../hosts/hands/far/index.ts';
import type { Hands } from '../../hosts/hands/index.ts';
import type { Host } from '../../hosts/index.ts';
import type { Options } from '../../options.ts';
import type { World } from '../../world.ts';
import { type Witnesses, witnessesFor } from '../diagnose/witness.ts';
import { isRoot } from './rights.ts';

/** What may be changed there: by who one is, with sudo if it lets us, or not at all. */
export type Rights = 'own' | 'sudo' | 'none';

/** The host that is mended: this one, or another one over one connection. */
export interface Patient {
  readonly name: string;
  /** What a command line needs to come here again: nothing, or ` --host ssh://...`. */
  readonly way: string;
  /** Asked anew: nothing that it said before counts. */
  readonly host: () => Promise<Host>;
  readonly witnesses: (options: Options, world: World) => Witnesses;
  readonly rights: (rootless: boolean) => Promise<Rights>;
  /** Where and as who it is done, in words; nothing of this host. */
  readonly words: (rights: Rights) => Promise<string | undefined>;
  /** The hands, made ready when they are first wanted. Nothing where sudo does not let us. */
  readonly reach: (rights: Rights) => Promise<Hands | undefined>;
  readonly hands: () => Hands | undefined;
  readonly close: () => Promise<void>;
}

/** How somebody is asked and told while the hands are made ready. */
export interface Bedside {
  readonly say: (text: string) => void;
  /** Where somebody can be asked for a password of the other host. */
  readonly password?: (question: string) => Promise<string | undefined>;
}

export const checkHost = ({ host = 'local', root }: Options, verb: string): void => {
  if (root !== undefined || (host !== 'local' && !/^ssh:/i.test(host)))
    throw new UsageError(`${verb} works on a running host only`, 'this one, or --host ssh://USER@HOST');
};

const localPatient = async ({ env }: World): Promise<Patient> => {
  const { openHands } = await import('../../hosts/hands/index.ts');
  const { hostFor } = await import('../../hosts/index.ts');
  const hands = openHands(env);
  return {
    name: 'this host',
    way: '',
    host: () => hostFor({}, env),
    witnesses: witnessesFor,
    rights: async (rootless) => (rootless || isRoot() ? 'own' : 'none'),
    words: async () => undefined,
    reach: async () => hands,
    hands: () => hands,
    close: async () => {},
  };
};

/** Root's shell there, by sudo; it is the person's password on that host that is asked for, once, and not kept. */
const risenShell = async ({ name, session }: Host, user: string, { say, password }: Bedside) => {
  if (session === undefined) return undefined;
  const { sudoShell, sudoShellWith } = await import('../../hosts/ssh/sudo.ts');
  let risen = await sudoShell(session);
  if ('refused' in risen && risen.refused === 'password' && password !== undefined) {
    const given = await password(`sudo on ${name} wants the password of ${user}`);
    if (given === undefined) return undefined;
    risen = await sudoShellWith(session, given);
  }
  if ('shell' in risen) return risen.shell;
  say(`sudo does not let ${user} on ${name}${risen.said === '' ? '' : `: ${risen.said}`}\n`);
  return undefined;
};

const callerOn = async (host: Host): Promise<{ readonly uid: number; readonly name: string }> => {
  const reply = await host.reply({ read: 'caller' });
  if (reply.known && 'name' in reply) return reply;
  throw new MendError(`${host.name} does not say who you are there`, 'nothing was changed');
};

const farPatient = (host: Host, isOurs: boolean, bedside: Bedside): Patient => {
  const way = ` --host ${quoteWord(host.address ?? '')}`;
  const shared: Host = { ...host, close: async () => {} };
  let opened: FarHands | undefined;
  let bySudo = false;

  /** Who may mend it may see it: whether Docker answers is not for everyone to ask. */
  const asked = async (): Promise<Host> =>
    opened !== undefined && bySudo ? { ...shared, reply: opened.reply } : shared;

  const words: Patient['words'] = async (rights) => {
    const { name: user } = await callerOn(host);
    return rights === 'sudo'
      ? `On ${host.name}, with sudo: there you are ${user}.`
      : `On ${host.name}, where you are ${user}.`;
  };

  const reach: Patient['reach'] = async (rights) => {
    if (opened !== undefined) return opened.hands;
    const { name: user } = await callerOn(host);
    const shell = rights === 'sudo' ? await risenShell(host, user, bedside) : await host.session?.();
    if (shell === undefined) return undefined;
    const { farHands } = await import('../../hosts/hands/far/index.ts');
    bySudo = rights === 'sudo';
    opened = await farHands(shell, { name: host.name, way });
    return opened.hands;
  };

  return {
    name: host.name,
    way,
    host: asked,
    witnesses: (options, world) => witnessesFor(options, world, asked),
    rights: async (rootless) => (rootless || (await callerOn(host)).uid === 0 ? 'own' : 'sudo'),
    words,
    reach,
    hands: () => opened?.hands,
    close: async () => {
      await opened?.close();
      if (isOurs) await host.close();
    },
  };
};

/** The host that the options name. `known`: one that is connected already, and that somebody else closes. */
export const openPatient = async (
  { host: name }: Options,
  world: World,
  bedside: Bedside,
  known?: Host,
): Promise<Patient> => {
  if (known?.kind === 'ssh') return farPatient(known, false, bedside);
  if (name === undefined || name === 'local') return localPatient(world);
  const { hostFor } = await import('../../hosts/index.ts');
  return farPatient(await hostFor({ host: name }, world.env), true, bedside);
};
