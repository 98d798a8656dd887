import { isThere, outputOf, textOf } from '../ask/file.ts';
import type { Inquiry } from '../ask/inquiry.ts';
import { quoteWord } from '../shell-words.ts';
import type { Scalar } from '../types.ts';
import { type ProbeKind, param } from './kind.ts';

type Facts = Record<string, Scalar>;

/** IFF_UP of netdevice(7); the file holds `0x1003`. */
function* isUp(folder: string): Inquiry<Facts> {
  const [, flags] = /^0x([\da-f]{1,8})$/i.exec(((yield* textOf(`${folder}/flags`)) ?? '').trim()) ?? [];
  return flags === undefined ? {} : { up: (Number.parseInt(flags, 16) & 1) === 1 };
}

/** ARPHRD_LOOPBACK of linux/if_arp.h. */
const loopback = '772';

/** `DEVTYPE=bridge` of uevent, which also knows vlan, bond, wlan, vxlan; hardware has a device behind it. */
function* typeOf(folder: string): Inquiry<Facts> {
  if ((yield* isThere(`${folder}/bridge`)) === true) return { type: 'bridge' };
  const [, kind] = /^DEVTYPE=([\w-]{1,30})$/m.exec((yield* textOf(`${folder}/uevent`)) ?? '') ?? [];
  if (kind !== undefined) return { type: kind };
  if ((yield* textOf(`${folder}/type`))?.trim() === loopback) return { type: 'loopback' };
  const device = yield* isThere(`${folder}/device`);
  return device === undefined ? {} : { type: device ? 'physical' : 'virtual' };
}

/** The first of IPv4, '' where it has none: `4: docker0    inet 172.17.0.1/16 brd ...`. */
function* addressOf(name: string): Inquiry<Facts> {
  const text = yield* outputOf(['ip', '-o', '-4', 'address', 'show', 'dev', name]);
  if (text === undefined) return {};
  const [, address = ''] = /^\d+: \S+\s+inet ([\d./]{7,18}) /m.exec(text) ?? [];
  return { address };
}

export const interfaceKind: ProbeKind = {
  ask: 'interface',
  about:
    'a network interface; `type` is bridge, loopback, physical, virtual or what the kernel calls it (vlan, bond ...); `address` of IPv4, empty where there is none',
  params: { name: 'text' },
  facts: { exists: 'boolean', up: 'boolean', type: 'text', address: 'text' },
  command: (query) => `ip address show ${quoteWord(param(query, 'name'))}`,
  *inquire(query) {
    const name = param(query, 'name');
    // as the kernel names them (dev_valid_name): at most 15 characters, no slash, not a folder
    if (!/^[\w@:.-]{1,15}$/.test(name) || /^[.-]/.test(name)) return { known: false, why: 'not-asked' };
    const folder = `/sys/class/net/${name}`;
    const exists = yield* isThere(folder);
    if (exists === undefined || (yield* isThere('/sys/class/net')) !== true) return { known: false, why: 'absent' };
    if (!exists) return { known: true, facts: { exists } };
    const facts = { ...(yield* isUp(folder)), ...(yield* typeOf(folder)), ...(yield* addressOf(name)) };
    return { known: true, facts: { exists, ...facts } };
  },
};
