import { containerOf } from '../ask/container.ts';
import { textOf } from '../ask/file.ts';
import { ask, type Inquiry } from '../ask/inquiry.ts';
import type { ProbeKind } from './kind.ts';

/** sd_booted(3): this folder is there where systemd runs the system, and only there. */
function* isBooted(): Inquiry<boolean | undefined> {
  const reply = yield* ask({ read: 'stat', path: '/run/systemd/system', link: true });
  return reply.known ? reply.exists : undefined;
}

export const init: ProbeKind = {
  ask: 'init',
  about:
    'is systemd PID 1; inside what kind of container (`container`: none, docker, podman, lxc, openvz, wsl, wsl2 ..., as systemd-detect-virt says)',
  params: {},
  facts: { systemd: 'boolean', name: 'text', container: 'text' },
  command: () => 'ps -p 1 -o comm=; systemd-detect-virt --container',
  *inquire() {
    const systemd = yield* isBooted();
    const name = (yield* textOf('/proc/1/comm'))?.trim() || undefined;
    const container = yield* containerOf();
    const facts = {
      ...(systemd !== undefined && { systemd }),
      ...(name !== undefined && { name }),
      ...(container !== undefined && { container }),
    };
    return Object.keys(facts).length > 0 ? { known: true, facts } : { known: false, why: 'absent' };
  },
};
