import { isThere, textOf } from '../ask/file.ts';
import { ask, type Inquiry } from '../ask/inquiry.ts';
import { modulesFolder, releaseOf } from '../ask/kernel.ts';
import { quoteWord } from '../shell-words.ts';
import { type ProbeKind, param } from './kind.ts';

/** The kernel takes `-` and `_` for the same. */
const plain = (name: string): string => name.replaceAll('-', '_');

/**
 * The kernel asks for an extension of iptables as `ipt_NAME`, which is mostly another name of
 * xt_NAME, xt_name or, for both kinds of NAT, xt_nat (MODULE_ALIAS in net/netfilter/).
 */
const aliasesOf = (name: string): readonly string[] => {
  const [, extension] = /^ip6?t_(\w+)$/.exec(name) ?? [];
  if (extension === undefined) return [name];
  const nat = /^[DS]NAT$/.test(extension) ? ['xt_nat'] : [];
  return [name, `xt_${extension}`, `xt_${extension.toLowerCase()}`, ...nat];
};

/** `kernel/drivers/net/veth.ko.xz` of modules.builtin and modules.dep. */
const nameIn = (line: string): string => {
  const [, name = ''] = /([^/:]{1,100})\.ko(?:\.\w{1,4})?(?::|$)/.exec(line) ?? [];
  return plain(name);
};

const namesIn = (text: string): ReadonlySet<string> => new Set(text.split('\n').map(nameIn));

function* isLoaded(names: readonly string[]): Inquiry<boolean | undefined> {
  const loaded = yield* textOf('/proc/modules');
  const all = new Set((loaded ?? '').split('\n').map((line) => line.split(' ')[0] ?? ''));
  if (names.some((name) => all.has(name))) return true;
  // a module that is built in is here only if it has parameters
  for (const name of names) if ((yield* isThere(`/sys/module/${name}`)) === true) return true;
  return loaded === undefined ? undefined : false;
}

function* isBuiltIn(names: readonly string[], release: string): Inquiry<boolean | undefined> {
  const reply = yield* ask({ read: 'text', path: `${modulesFolder(release)}/modules.builtin` });
  if (!reply.known || !reply.exists) return undefined;
  const all = namesIn(reply.text);
  return names.some((name) => all.has(name));
}

/** modules.dep names every module on disk, though not their other names: what is not found there may still be. */
function* isListed(names: readonly string[], release: string): Inquiry<true | undefined> {
  const all = namesIn((yield* textOf(`${modulesFolder(release)}/modules.dep`)) ?? '');
  return names.some((name) => all.has(name)) ? true : undefined;
}

/** modinfo(8) knows other names as well. */
function* isFound(names: readonly string[], release: string): Inquiry<boolean | undefined> {
  const reply = yield* ask({ read: 'output', argv: ['modinfo', '--', names[0] ?? ''] });
  if (reply.known && /^(?:filename|name): /m.test(reply.stdout)) return true;
  if (reply.known && /not found/i.test(reply.stderr)) return false;
  return yield* isListed(names, release);
}

export const moduleKind: ProbeKind = {
  ask: 'module',
  about:
    'a kernel module: loaded or built in, or on disk for the running kernel; an extension of iptables as ipt_NAME; nothing is told of what a kernel without modules has',
  params: { name: 'text' },
  facts: { loaded: 'boolean', available: 'boolean' },
  command: (query) => `lsmod | grep ${quoteWord(param(query, 'name'))}; modinfo ${quoteWord(param(query, 'name'))}`,
  *inquire(query) {
    const name = plain(param(query, 'name'));
    if (!/^\w{1,60}$/.test(name)) return { known: false, why: 'not-asked' };
    const names = aliasesOf(name);
    const loaded = yield* isLoaded(names);
    if (loaded === true) return { known: true, facts: { loaded: true, available: true } };
    const release = yield* releaseOf();
    if (release === undefined) return { known: false, why: 'absent' };
    const builtIn = yield* isBuiltIn(names, release);
    if (builtIn === true) return { known: true, facts: { loaded: true, available: true } };
    // without the list of what is built in, a module that is nowhere may be part of the kernel
    const found = (yield* isThere(modulesFolder(release))) === true ? yield* isFound(names, release) : undefined;
    const available = found === false && builtIn === undefined ? undefined : found;
    const facts = {
      ...(loaded === false && builtIn === false && { loaded: false }),
      ...(available !== undefined && { available }),
    };
    return Object.keys(facts).length > 0 ? { known: true, facts } : { known: false, why: 'absent' };
  },
};
