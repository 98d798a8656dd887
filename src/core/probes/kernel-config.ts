import { ask, type Inquiry } from '../ask/inquiry.ts';
import { modulesFolder, releaseOf } from '../ask/kernel.ts';
import { quoteWord } from '../shell-words.ts';
import type { UnknownReason } from '../types.ts';
import { type ProbeKind, param } from './kind.ts';

/** A kernel's configuration says a word on hundreds of options: a text that does not is none. */
const isConfig = (text: string): boolean => /^CONFIG_\w+=y$/m.test(text) && text.length > 2000;

interface Config {
  readonly text?: string;
  readonly why: UnknownReason;
}

/** Where distributions lay it, else the kernel's own (CONFIG_IKCONFIG_PROC). */
function* configOf(release: string): Inquiry<Config> {
  let why: UnknownReason = 'absent';
  for (const path of [`/boot/config-${release}`, `${modulesFolder(release)}/config`]) {
    const reply = yield* ask({ read: 'text', path });
    if (reply.known && reply.exists && isConfig(reply.text)) return { text: reply.text, why };
    if (!reply.known) why = reply.why;
  }
  const packed = yield* ask({ read: 'output', argv: ['zcat', '/proc/config.gz'] });
  return packed.known && packed.code === 0 && isConfig(packed.stdout) ? { text: packed.stdout, why } : { why };
}

/** Options that could not be chosen are not in the file at all: they are off like those that `is not set`. */
const valueIn = (text: string, option: string): string => {
  const line = text.split('\n').find((one) => one.startsWith(`${option}=`));
  return line === undefined ? 'n' : line.slice(option.length + 1).trim();
};

export const kernelConfig: ProbeKind = {
  ask: 'kernel-config',
  about: 'an option of the kernel, from /boot/config-*, /lib/modules or /proc/config.gz: y, m or n',
  params: { option: 'text' },
  facts: { value: 'text', enabled: 'boolean' },
  command: (query) => `grep ${quoteWord(param(query, 'option'))} /boot/config-"$(uname -r)"`,
  *inquire(query) {
    const option = param(query, 'option');
    if (!/^CONFIG_\w{1,80}$/.test(option)) return { known: false, why: 'not-asked' };
    const release = yield* releaseOf();
    if (release === undefined) return { known: false, why: 'absent' };
    const { text, why } = yield* configOf(release);
    if (text === undefined) return { known: false, why };
    const value = valueIn(text, option);
    return { known: true, facts: { value, enabled: value === 'y' || value === 'm' } };
  },
};
