import type { Faults } from '../../fault/fault.ts';
import { background, endBackground, run, sh } from '../../fault/steps.ts';

export const faults: Faults = {
  container: {
    inject: [sh('docker run -d --name app1 -p 8080:80 alpine sleep 600')],
    observe: run('-p 8080:80 alpine true'),
    heal: [sh('docker rm -f app1')],
  },
  process: {
    inject: [background('nc', '/bin/busybox nc -ll -p 8080 -e cat')],
    observe: run('-p 8080:80 alpine true'),
    heal: [endBackground('nc')],
  },
};
