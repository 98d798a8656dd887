import type { Address } from './ip.ts';

export interface ListeningSocket {
  readonly address: Address;
  readonly port: number;
}

/** Bytes of an address as the kernel prints it: words of 32 bits, each in the order of the processor (little endian). */
const addressOf = (hex: string): Address =>
  (hex.match(/.{8}/g) ?? []).flatMap((word) =>
    (word.match(/../g) ?? []).reverse().map((two) => Number.parseInt(two, 16)),
  );

/**
 * The sockets of /proc/net/tcp, tcp6, udp, udp6 that take what comes (proc_net(5)): `0A` is
 * TCP_LISTEN, `07` a UDP socket that is connected to nobody. Listening ones stand first.
 */
export const parseListening = (text: string): readonly ListeningSocket[] =>
  text.split('\n').flatMap((line) => {
    const [, address, port, state] =
      /^\s*\d+: ([\dA-F]{8}|[\dA-F]{32}):([\dA-F]{4}) [\dA-F]+:[\dA-F]{4} ([\dA-F]{2}) /.exec(line) ?? [];
    if (address === undefined || port === undefined || (state !== '0A' && state !== '07')) return [];
    return [{ address: addressOf(address), port: Number.parseInt(port, 16) }];
  });

/** Paths of /proc/net/unix on which somebody listens: __SO_ACCEPTCON is 00010000 in the flags. */
export const parseUnixListening = (text: string): readonly string[] =>
  text.split('\n').flatMap((line) => {
    const [, path] = /^\S+: \S+ \S+ 00010000 \S+ \S+ +\d+ (\/.*)$/.exec(line) ?? [];
    return path === undefined ? [] : [path];
  });

export interface Owner {
  readonly program: string;
  readonly pid: number;
}

/** The first of `users:(("nginx",pid=123,fd=6),...)` in a line of ss(8). */
export const parseOwner = (line: string): Owner | undefined => {
  const [, program, pid] = /users:\(\("([^"]{1,64})",pid=(\d{1,10})/.exec(line) ?? [];
  return program === undefined ? undefined : { program, pid: Number(pid) };
};
