import type { Faults } from '../../fault/fault.ts';
import { dropin, file, noDropins, onRestart, remove, stopDocker } from '../../fault/steps.ts';

export const faults: Faults = {
  mount: {
    inject: [
      stopDocker,
      file('/etc/systemd/system/data.mount', '[Mount]\nWhat=/dev/vdz9\nWhere=/data\nType=ext4\n'),
      dropin('mount', '[Unit]\nRequires=data.mount\nAfter=data.mount\n'),
    ],
    observe: onRestart,
    heal: [remove('/etc/systemd/system/data.mount'), noDropins()],
    units: ['data.mount'],
  },
  service: {
    inject: [
      stopDocker,
      file('/etc/systemd/system/flanneld.service', '[Service]\nType=oneshot\nExecStart=/bin/false\n'),
      dropin('flannel', '[Unit]\nRequires=flanneld.service\nAfter=flanneld.service\n'),
    ],
    observe: onRestart,
    heal: [remove('/etc/systemd/system/flanneld.service'), noDropins()],
  },
};
