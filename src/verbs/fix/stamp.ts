import { randomBytes } from 'node:crypto';

/** A number for a fix that sorts by time and that a person can type: `20261124-101502-k3f9`. */
export const stampOf = (now: number): string => {
  const time = new Date(now).toISOString().replaceAll(/[-:]/g, '').replace('T', '-').slice(0, 15);
  const tail = [...randomBytes(4)].map((byte) => (byte % 36).toString(36)).join('');
  return `${time}-${tail}`;
};
