const managers: readonly {
  readonly distro: readonly string[];
  readonly argv: readonly string[];
  readonly yes: readonly string[];
}[] = [
  { distro: ['debian', 'ubuntu'], argv: ['apt-get', 'install'], yes: ['-y'] },
  { distro: ['alpine'], argv: ['apk', 'add'], yes: [] },
  { distro: ['suse', 'opensuse', 'sles'], argv: ['zypper', 'install'], yes: ['-y'] },
  { distro: ['arch'], argv: ['pacman', '-S'], yes: ['--noconfirm'] },
  { distro: ['fedora', 'rhel', 'centos', 'amzn'], argv: ['dnf', 'install'], yes: ['-y'] },
];

/** How the package manager of a distribution installs a package; `sure`: without asking. Nothing where it is not known. */
export const installArgv = (name: string, distro: readonly string[], sure = false): readonly string[] | undefined => {
  const manager = managers.find((one) => one.distro.some((known) => distro.includes(known)));
  return manager === undefined ? undefined : [...manager.argv, ...(sure ? manager.yes : []), name];
};
