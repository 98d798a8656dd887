import { type Address, parseAddress } from './ip.ts';

/** /proc/net/fib_trie: an address is this host's own where `/32 host LOCAL` stands below it. */
export const parseFibTrie = (text: string): readonly Address[] => {
  const found: Address[] = [];
  let last: Address | undefined;
  for (const line of text.split('\n')) {
    const [, leaf] = /\|-- ([\d.]{7,15})$/.exec(line) ?? [];
    if (leaf !== undefined) last = parseAddress(leaf);
    else if (last !== undefined && /^\s*\/32 host LOCAL$/.test(line)) found.push(last);
  }
  return found;
};

/** /proc/net/if_inet6: `fe80...01 02 40 20 80 eth0`. */
export const parseIfInet6 = (text: string): readonly Address[] =>
  text.split('\n').flatMap((line) => {
    const [, hex] = /^([\da-f]{32}) /.exec(line) ?? [];
    return hex === undefined ? [] : [(hex.match(/../g) ?? []).map((two) => Number.parseInt(two, 16))];
  });
