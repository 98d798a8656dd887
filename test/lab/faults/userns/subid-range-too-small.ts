import type { Faults } from '../../fault/fault.ts';
import { command, daemonJson, onRestart, restart, sh, subids, user } from '../../fault/steps.ts';

export const faults: Faults = {
  malformed: {
    inject: [user('dev', { range: 'abc:65536' }), daemonJson({ 'userns-remap': 'dev' })],
    observe: onRestart,
    heal: [sh('sed -i /^dev/d /etc/subuid /etc/subgid'), subids('dev:100000:65536')],
  },
  'five-hundred': {
    inject: [
      user('dev', { range: '100000:500' }),
      daemonJson({ 'userns-remap': 'dev' }),
      sh('systemctl restart docker', 90),
    ],
    observe: command('docker import /lab/alpine.tar alpine && docker run --rm --user 1000 alpine true'),
    heal: [sh('sed -i /^dev/d /etc/subuid /etc/subgid'), subids('dev:100000:65536'), restart],
  },
};
