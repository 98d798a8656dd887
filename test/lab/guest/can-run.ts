import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { SuiteName } from './suites.ts';

/** The lab cannot do what was asked; the message is a sentence for a person. */
export class LabError extends Error {}

const inPath = (program: string): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));

const hostNeeds = ['/lib/systemd/systemd', '/usr/sbin/dockerd', '/usr/bin/docker', '/usr/bin/newuidmap'];

/** Says why this machine cannot hold a guest, or nothing. */
export const whyNot = (suite?: SuiteName): string | undefined => {
  if (process.platform !== 'linux')
    return `the lab needs Linux: it boots systemd in namespaces, and this is ${process.platform}`;
  if (process.getuid?.() !== 0) return 'the lab needs root: it mounts, unshares and boots systemd; try again with sudo';
  const missing = ['unshare', 'nsenter', 'mount', 'setpriv', 'bash'].filter((program) => !inPath(program));
  if (missing.length > 0) return `the lab needs ${missing.join(', ')} (package util-linux), which is not in the PATH`;
  if (suite === 'host') {
    const absent = hostNeeds.filter((path) => !existsSync(path));
    if (absent.length > 0)
      return `suite host needs ${absent.join(', ')} on this machine: apt-get install systemd systemd-sysv dbus docker.io iptables uidmap`;
  } else if (suite !== undefined && !inPath('mmdebstrap')) {
    return 'the lab needs mmdebstrap to make a root file system: apt-get install mmdebstrap';
  }
  return undefined;
};

export const assertCanRun = (suite?: SuiteName): void => {
  const reason = whyNot(suite);
  if (reason !== undefined) throw new LabError(reason);
};
