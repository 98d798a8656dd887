/** An IP address as its bytes: four or sixteen. */
export type Address = readonly number[];

/** A range of addresses: `10.0.0.0/8`. */
export interface Network {
  readonly address: Address;
  /** Bits that are fixed. */
  readonly bits: number;
}

const byteOf = (text: string): number | undefined => {
  const value = /^\d{1,3}$/.test(text) ? Number(text) : 256;
  return value < 256 ? value : undefined;
};

const parseV4 = (text: string): Address | undefined => {
  const parts = text.split('.').map(byteOf);
  return parts.length === 4 && !parts.includes(undefined) ? (parts as readonly number[]) : undefined;
};

/** `a:b` as bytes; an IPv4 address may stand at the end. */
const groupsOf = (text: string): Address | undefined => {
  if (text === '') return [];
  const bytes: number[] = [];
  for (const group of text.split(':')) {
    const tail = group.includes('.') ? parseV4(group) : undefined;
    if (tail !== undefined) bytes.push(...tail);
    else if (/^[\da-f]{1,4}$/i.test(group)) {
      const value = Number.parseInt(group, 16);
      bytes.push(value >> 8, value & 255);
    } else return undefined;
  }
  return bytes;
};

const parseV6 = (text: string): Address | undefined => {
  const [left = '', right, ...more] = text.split('::');
  if (more.length > 0) return undefined;
  const [head, tail] = [groupsOf(left), groupsOf(right ?? '')];
  if (head === undefined || tail === undefined) return undefined;
  const missing = 16 - head.length - tail.length;
  if (right === undefined) return missing === 0 ? head : undefined;
  return missing >= 2 ? [...head, ...new Array<number>(missing).fill(0), ...tail] : undefined;
};

/** `::ffff:10.0.0.1` is 10.0.0.1. */
const unmapped = (address: Address): Address => {
  const mapped = address.length === 16 && address.slice(0, 10).every((byte) => byte === 0);
  return mapped && address[10] === 255 && address[11] === 255 ? address.slice(12) : address;
};

/** An address in text, without brackets; a zone (`%eth0`) is left away. */
export const parseAddress = (text: string): Address | undefined => {
  if (text.length > 64) return undefined;
  const [bare = ''] = text.split('%');
  const address = bare.includes(':') ? parseV6(bare) : parseV4(bare);
  return address === undefined ? undefined : unmapped(address);
};

/** `10.1.2.3/8`; an address alone is a range of its own. */
export const parseNetwork = (text: string): Network | undefined => {
  const [left = '', right, ...more] = text.split('/');
  const address = parseAddress(left);
  if (address === undefined || more.length > 0) return undefined;
  const bits = right === undefined ? address.length * 8 : /^\d{1,3}$/.test(right) ? Number(right) : -1;
  return bits >= 0 && bits <= address.length * 8 ? { address, bits } : undefined;
};

export const isAny = (address: Address): boolean => address.every((byte) => byte === 0);

export const sameAddress = (one: Address, other: Address): boolean =>
  one.length === other.length && one.every((byte, index) => byte === other[index]);

const startsAlike = (one: Address, other: Address, bits: number): boolean =>
  one.every((byte, index) => {
    const left = Math.min(Math.max(bits - index * 8, 0), 8);
    return byte >> (8 - left) === (other[index] ?? 0) >> (8 - left);
  });

/** Have they an address in common? */
export const overlap = (one: Network, other: Network): boolean =>
  one.address.length === other.address.length &&
  startsAlike(one.address, other.address, Math.min(one.bits, other.bits));

export const showNetwork = ({ address, bits }: Network): string => `${address.join('.')}/${bits}`;
