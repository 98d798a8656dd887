import type { Faults } from '../../fault/fault.ts';
import { command, daemonJson, onRestart, remove, restartAndImport, run, sh } from '../../fault/steps.ts';

export const faults: Faults = {
  run: {
    inject: [
      sh('mkdir -p /mnt/small; mount -t tmpfs -o size=12m tmpfs /mnt/small'),
      daemonJson({ 'data-root': '/mnt/small/docker' }),
      restartAndImport,
      sh('dd if=/dev/zero of=/mnt/small/fill bs=64k 2> /dev/null; true'),
    ],
    observe: run('alpine true'),
    heal: [remove('/mnt/small/fill')],
    fresh: true,
  },
  start: {
    inject: [
      sh(
        'mkdir -p /mnt/small; mount -t tmpfs -o size=1m tmpfs /mnt/small; dd if=/dev/zero of=/mnt/small/fill bs=4k 2> /dev/null; true',
      ),
      daemonJson({ 'data-root': '/mnt/small/docker' }),
    ],
    observe: onRestart,
    heal: [sh('mount -o remount,size=100m /mnt/small')],
    fresh: true,
  },
  import: {
    inject: [
      sh(
        'mkdir -p /mnt/small; mount -t tmpfs -o size=8m tmpfs /mnt/small; dd if=/dev/zero of=/lab/big bs=1M count=30 2> /dev/null; tar -C /lab -cf /lab/big.tar big',
      ),
      daemonJson({ 'data-root': '/mnt/small/docker' }),
      restartAndImport,
    ],
    observe: command('docker import /lab/big.tar big'),
    heal: [sh('mount -o remount,size=100m /mnt/small')],
    fresh: true,
  },
};
