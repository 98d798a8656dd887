import type { Faults } from '../../fault/fault.ts';
import { command, sh, user } from '../../fault/steps.ts';

export const faults: Faults = {
  'not-in-group': {
    inject: [user('dev')],
    observe: command('runuser -u dev -- docker ps'),
    heal: [sh('usermod -aG docker dev')],
  },
  run: {
    inject: [user('dev')],
    observe: command('runuser -u dev -- docker run --rm alpine true'),
    heal: [sh('usermod -aG docker dev')],
  },
};
