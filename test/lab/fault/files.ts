import { shell } from '../guest/exec.ts';
import type { Guest } from '../guest/registry.ts';

/**
 * What a fix may change and an undo must bring back: every file of /etc and /root with its bytes, mode and owner,
 * and the names beside docker's state and programs. The files that shadow(5)'s programs keep for themselves are none of them.
 */
const script = String.raw`
shopt -s nullglob
find /etc /root /usr/local /run/systemd/system -xdev ! -name '*-' ! -name '.pwd.lock' ! -name 'ld.so.cache' \
  \( -type f -printf '%p %m %u:%g ' -exec sh -c 'sha256sum < "$1"' sum {} \; -o -printf '%p %y %m %u:%g %l\n' \) | sort
ls -d /var/lib/docker /var/lib/docker.* /var/lib/containerd* /usr/bin/docker* /usr/sbin/docker*`;

/** A text that is the same where the files are. */
export const filesOf = async (guest: Guest): Promise<string> => (await shell(guest, script, 60)).stdout;

/** The lines that only one of the two has. */
export const differences = (before: string, after: string): readonly string[] => {
  const [old, now] = [new Set(before.split('\n')), new Set(after.split('\n'))];
  return [
    ...[...old].filter((line) => !now.has(line)).map((line) => `- ${line}`),
    ...[...now].filter((line) => !old.has(line)).map((line) => `+ ${line}`),
  ];
};
