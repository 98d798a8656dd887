import { dockerdHelp } from '../ask/dockerd.ts';
import type { Inquiry } from '../ask/inquiry.ts';
import type { Scene } from '../ask/scene.ts';
import { commandOf, isWhole } from '../ask/settings.ts';
import { knowsFlag } from '../parse/config-keys.ts';
import { givenFlags } from '../parse/flags.ts';
import { quoteWord } from '../shell-words.ts';
import type { Answer, Query } from '../types.ts';
import { type ProbeKind, param } from './kind.ts';

function* usedFact(name: string, scene: Scene): Inquiry<{ readonly used?: boolean }> {
  const command = yield* commandOf(scene);
  if (command === undefined) return {};
  const used = givenFlags(command.args).some((flag) => flag.name === name);
  return used || isWhole(command) ? { used } : {};
}

function* inquire(query: Query, scene: Scene): Inquiry<Answer> {
  const name = param(query, 'name').replace(/^-{1,2}/, '');
  if (!/^[A-Za-z][\w-]{0,60}$/.test(name)) return { known: false, why: 'not-asked' };
  const used = yield* usedFact(name, scene);
  const help = yield* dockerdHelp();
  const known = help === undefined ? undefined : name.length === 1 ? help.letters.has(name) : knowsFlag(help, name);
  if (known === undefined && used.used === undefined) return { known: false, why: 'no-such-tool' };
  return { known: true, facts: { ...used, ...(known !== undefined && { known }) } };
}

export const flagKnown: ProbeKind = {
  ask: 'flag-known',
  about: 'does this dockerd know the flag (dockerd --help), and does its unit use it',
  params: { name: 'text' },
  facts: { known: 'boolean', used: 'boolean' },
  command: (query) => `dockerd --help | grep -e ${quoteWord(param(query, 'name'))}; systemctl cat docker.service`,
  inquire,
};
