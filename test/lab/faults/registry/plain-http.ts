import type { Faults } from '../../fault/fault.ts';
import { registry } from '../../fault/stand-in.ts';
import { command, sh } from '../../fault/steps.ts';

export const faults: Faults = {
  named: {
    inject: [
      registry('not-found'),
      sh(
        'echo 127.0.0.1 reg.example.internal >> /etc/hosts; ip addr add 192.0.2.5/32 dev lo; echo 192.0.2.5 reg2.example.internal >> /etc/hosts',
      ),
    ],
    observe: command('docker pull reg2.example.internal:5000/team/app:1.0'),
    heal: [],
    fresh: true,
  },
};
