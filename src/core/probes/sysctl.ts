import { ask } from '../ask/inquiry.ts';
import { quoteWord } from '../shell-words.ts';
import { type ProbeKind, param } from './kind.ts';

/** `net.ipv4.ip_forward` lies in /proc/sys/net/ipv4/ip_forward (sysctl(8)). */
const pathOf = (key: string): string | undefined =>
  /^[\w-]+(?:\.[\w-]+)+$/.test(key) ? `/proc/sys/${key.replaceAll('.', '/')}` : undefined;

export const sysctl: ProbeKind = {
  ask: 'sysctl',
  about: 'a value below /proc/sys',
  params: { key: 'text' },
  facts: { exists: 'boolean', value: 'number', text: 'text' },
  command: (query) => `sysctl ${quoteWord(param(query, 'key'))}`,
  *inquire(query) {
    const path = pathOf(param(query, 'key'));
    if (path === undefined) return { known: false, why: 'not-asked' };
    const reply = yield* ask({ read: 'text', path });
    if (!reply.known) return reply;
    if (!reply.exists) return { known: true, facts: { exists: false } };
    const text = reply.text.trim();
    return { known: true, facts: { exists: true, text, ...(/^-?\d+$/.test(text) && { value: Number(text) }) } };
  },
};
