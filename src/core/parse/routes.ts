import type { Network } from './ip.ts';

export interface Route extends Network {
  readonly interface: string;
}

const bytesOf = (hex: string): readonly number[] =>
  (hex.match(/../g) ?? []).reverse().map((two) => Number.parseInt(two, 16));

const bitsOf = (mask: readonly number[]): number =>
  mask.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0);

/** /proc/net/route: the main table of IPv4. Numbers are hexadecimal, in the order of the processor (little endian). */
export const parseRoutes = (text: string): readonly Route[] =>
  text.split('\n').flatMap((line) => {
    const fields = line.trim().split(/\s+/);
    const [name, destination = ''] = fields;
    const mask = fields[7] ?? '';
    if (name === undefined || !/^[\dA-F]{8}$/.test(destination) || !/^[\dA-F]{8}$/.test(mask)) return [];
    return [{ interface: name, address: bytesOf(destination), bits: bitsOf(bytesOf(mask)) }];
  });
