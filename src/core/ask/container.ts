import { isThere, textOf } from './file.ts';
import { ask, type Inquiry } from './inquiry.ts';

/** `6.6.87.2-microsoft-standard-WSL2`, and of WSL 1, which is no Linux at all, `4.4.0-19041-Microsoft`. */
export const wslOf = (release: string): 'wsl' | 'wsl2' | undefined => {
  if (/WSL2|microsoft-standard/i.test(release)) return 'wsl2';
  return /microsoft/i.test(release) ? 'wsl' : undefined;
};

const word = (text: string | undefined): string | undefined => /^[\w-]{1,40}$/.exec((text ?? '').trim())?.[0];

/** Marks that each of them leaves in the file system. */
function* markedAs(): Inquiry<string | undefined> {
  if (yield* isThere('/run/.containerenv')) return 'podman';
  if (yield* isThere('/.dockerenv')) return 'docker';
  // OpenVZ: /proc/vz is in the guest and on its host, /proc/bc on the host alone (systemd-detect-virt)
  return (yield* isThere('/proc/vz')) === true && (yield* isThere('/proc/bc')) === false ? 'openvz' : undefined;
}

/** systemd-detect-virt(1) prints `none` and exits with 1 outside of containers. */
function* detected(): Inquiry<string | undefined> {
  const reply = yield* ask({ read: 'output', argv: ['systemd-detect-virt', '--container'] });
  return reply.known ? word(reply.stdout) : undefined;
}

/** The first process's environment, which only root may read: container managers put their name in it. */
function* fromEnvironment(): Inquiry<string | undefined> {
  const variable = ((yield* textOf('/proc/1/environ')) ?? '').split('\0').find((one) => one.startsWith('container='));
  return variable === undefined ? undefined : (word(variable.slice('container='.length)) ?? 'container-other');
}

/** The kernel's own threads are seen from the host's namespace of processes alone. */
function* seesKernelThreads(): Inquiry<boolean> {
  return (yield* textOf('/proc/2/comm'))?.trim() === 'kthreadd';
}

/**
 * What kind of container this system is itself in, by the names of systemd-detect-virt: `none`,
 * `lxc`, `docker`, `wsl` (version 1), `wsl2` ...; nothing where that cannot be told. Machines made
 * from the image of a container still have its marks, so these come last.
 */
export function* containerOf(): Inquiry<string | undefined> {
  const wsl = wslOf((yield* textOf('/proc/sys/kernel/osrelease')) ?? '');
  if (wsl !== undefined) return wsl;
  if (yield* seesKernelThreads()) return 'none';
  // systemd as the first process writes it down
  const written = word(yield* textOf('/run/systemd/container'));
  return written ?? (yield* fromEnvironment()) ?? (yield* markedAs()) ?? (yield* detected());
}
