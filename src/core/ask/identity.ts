import type { Identity } from '../judge/owner.ts';
import { textOf } from './file.ts';
import type { Inquiry } from './inquiry.ts';

function* firstLine(path: string): Inquiry<string | undefined> {
  return (yield* textOf(path))?.trim().split('\n')[0] || undefined;
}

/** machine-id(5) and boot_id without dashes, as the journal has them; the name of the host. */
export function* identityOf(): Inquiry<Identity> {
  const machine = yield* firstLine('/etc/machine-id');
  const boot = (yield* firstLine('/proc/sys/kernel/random/boot_id'))?.replaceAll('-', '');
  const host = (yield* firstLine('/proc/sys/kernel/hostname')) ?? (yield* firstLine('/etc/hostname'));
  return {
    ...(machine !== undefined && { machine }),
    ...(boot !== undefined && { boot }),
    ...(host !== undefined && { host }),
  };
}
