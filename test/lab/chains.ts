import type { Fault, NamedFault } from './fault/fault.ts';
import { daemonJson, dropin, file, noDaemonJson, noDropins, onRestart, remove, sh } from './fault/steps.ts';

/** Several faults at once, of which each hides the next. The cause that shows first gives the name. */
const chains: Readonly<Record<string, Fault & { readonly cause: NamedFault['cause'] }>> = {
  'two.unknown-directive-then-remap-user': {
    cause: 'config/unknown-directive',
    inject: [daemonJson({ 'log-levl': 'debug', 'userns-remap': 'nobody-here' })],
    observe: onRestart,
    heal: [noDaemonJson],
  },
  'two.masked-then-bad-value': {
    cause: 'systemd/unit-masked',
    inject: [daemonJson({ 'log-level': 'loud' }), sh('systemctl stop docker.socket docker; systemctl mask docker')],
    observe: onRestart,
    heal: [sh('systemctl unmask docker'), noDaemonJson],
  },
  'three.masked-then-unknown-directive-then-type': {
    cause: 'systemd/unit-masked',
    inject: [
      daemonJson({ 'no-such-key': true, 'registry-mirrors': 'https://mirror.test' }),
      sh('systemctl stop docker.socket docker; systemctl mask docker'),
    ],
    observe: onRestart,
    heal: [sh('systemctl unmask docker'), noDaemonJson],
  },
  'three.bad-unit-then-flag-conflict-then-subid': {
    cause: 'systemd/bad-unit-file',
    inject: [
      dropin('10-bad', '[Service]\nType=notifyy\nExecStart=\n'),
      file('/etc/docker/daemon.json', '{\n    "hosts": ["fd://"],\n    "userns-remap": "ranger"\n}\n'),
      sh("useradd -r ranger; sed -i '/^ranger:/d' /etc/subuid /etc/subgid"),
    ],
    observe: onRestart,
    heal: [noDropins(), noDaemonJson, sh('userdel ranger'), remove('/etc/docker/daemon.json')],
  },
};

export const chainFaults: readonly NamedFault[] = Object.entries(chains).map(([name, chain]) => ({
  ...chain,
  id: `chain/${name}`,
}));
