import type { Faults } from '../../fault/fault.ts';
import { command, run, sh } from '../../fault/steps.ts';

const bus = '/run/systemd/private';

export const faults: Faults = {
  'slice-masked': {
    inject: [sh('systemctl mask --runtime busy.slice')],
    observe: run('--cgroup-parent busy.slice alpine true'),
    heal: [sh('systemctl unmask --runtime busy.slice')],
    expect: 'is masked',
  },
  'no-bus': {
    inject: [sh(`systemctl stop dbus.socket dbus.service; mv ${bus} ${bus}.off`)],
    observe: run('alpine true'),
    heal: [sh(`mv ${bus}.off ${bus}; systemctl start dbus.socket dbus.service`)],
    fresh: true,
  },
  /** 20.10 joins a scope that is there already. */
  'scope-in-use': {
    inject: [
      sh(
        'docker create --name twice alpine true; systemd-run --quiet --collect --unit="docker-$(docker inspect -f {{.Id}} twice).scope" --scope sleep 600 > /dev/null 2>&1 & sleep 1',
      ),
    ],
    observe: command('docker start -a twice'),
    heal: [sh('systemctl stop "docker-$(docker inspect -f {{.Id}} twice).scope"')],
    suites: ['trixie', 'forky'],
  },
};
