import { installArgv } from '../core/install.ts';
import { quoteArgv } from '../core/shell-words.ts';
import type { StepLine } from './steps.ts';

/** By the package manager of the distribution, where that is known. */
export const installLines = (name: string, distro: readonly string[]): readonly StepLine[] => {
  const argv = installArgv(name, distro);
  return argv === undefined
    ? [{ say: `Install the package ${name} with the package manager of this host (apt-get, dnf, zypper, apk).` }]
    : [{ copy: quoteArgv(['sudo', ...argv]) }];
};
