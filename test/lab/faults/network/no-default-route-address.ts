import type { Faults } from '../../fault/fault.ts';
import { daemonJson, onRestart, run, sh } from '../../fault/steps.ts';

export const faults: Faults = {
  'in-use': {
    inject: [
      sh(
        'docker network create --subnet 10.55.0.0/24 n1; docker run -d --name app1 --net n1 --ip 10.55.0.10 alpine sleep 600',
      ),
    ],
    observe: run('--net n1 --ip 10.55.0.10 alpine true'),
    heal: [sh('docker rm -f app1')],
  },
  'all-used': {
    inject: [sh('docker network create --subnet 10.55.0.0/30 n1; docker run -d --name app1 --net n1 alpine sleep 600')],
    observe: run('--net n1 alpine true'),
    heal: [sh('docker rm -f app1')],
  },
  'bip-is-network': {
    inject: [daemonJson({ bip: '172.18.0.0/24' })],
    observe: onRestart,
    heal: [daemonJson({ bip: '172.18.0.1/24' })],
    suites: ['bullseye', 'bookworm'],
    also: ['config/invalid-value'],
  },
};
