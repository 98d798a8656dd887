import { quoteArgv } from '../core/shell-words.ts';
import type { StepLine } from './steps.ts';

const managers: readonly (readonly [readonly string[], readonly string[]])[] = [
  [
    ['debian', 'ubuntu'],
    ['apt-get', 'install'],
  ],
  [['alpine'], ['apk', 'add']],
  [
    ['suse', 'opensuse', 'sles'],
    ['zypper', 'install'],
  ],
  [['arch'], ['pacman', '-S']],
  [
    ['fedora', 'rhel', 'centos', 'amzn'],
    ['dnf', 'install'],
  ],
];

/** By the package manager of the distribution, where that is known. */
export const installLines = (name: string, distro: readonly string[]): readonly StepLine[] => {
  const found = managers.find(([names]) => names.some((known) => distro.includes(known)));
  return found === undefined
    ? [{ say: `Install the package ${name} with the package manager of this host (apt-get, dnf, zypper, apk).` }]
    : [{ copy: quoteArgv(['sudo', ...found[1], name]) }];
};
