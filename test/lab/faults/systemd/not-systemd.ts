import type { Faults } from '../../fault/fault.ts';
import { command } from '../../fault/steps.ts';

export const faults: Faults = {
  'no-runtime-folder': {
    inject: [],
    observe: command("unshare --mount sh -c 'mount -t tmpfs tmpfs /run; systemctl start docker'"),
    heal: [],
    // only the shell of the command is without systemd
    live: false,
  },
};
