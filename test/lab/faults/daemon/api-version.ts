import type { Faults } from '../../fault/fault.ts';
import { command } from '../../fault/steps.ts';

export const faults: Faults = {
  'too-old': { inject: [], observe: command('DOCKER_API_VERSION=1.10 docker ps'), heal: [] },
  'too-new': { inject: [], observe: command('DOCKER_API_VERSION=1.99 docker ps'), heal: [] },
};
