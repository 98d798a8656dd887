import type { Faults } from '../../fault/fault.ts';
import { run, sh } from '../../fault/steps.ts';

export const faults: Faults = {
  missing: {
    inject: [],
    observe: run('--mount type=bind,source=/srv/nope,target=/x alpine true'),
    heal: [sh('mkdir -p /srv/nope')],
  },
  'file-on-folder': { inject: [], observe: run('-v /etc/hostname:/etc alpine true'), heal: [] },
  'bad-spec': { inject: [], observe: run('-v ./data:/x:rw:foo alpine true'), heal: [] },
  'relative-target': { inject: [], observe: run('-v /opt:data alpine true'), heal: [] },
};
