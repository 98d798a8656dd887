import type { System, When } from '../types.ts';

const parts = (version: string): readonly number[] => version.split('.').map((part) => Number.parseInt(part, 10) || 0);

/** Is a version lower than another? `20.10.5` against `23.0`. */
export const isBelow = (version: string, limit: string): boolean => {
  const [one, other] = [parts(version), parts(limit)];
  const at = [0, 1, 2].find((index) => (one[index] ?? 0) !== (other[index] ?? 0));
  return at !== undefined && (one[at] ?? 0) < (other[at] ?? 0);
};

/** A fix for another system is left out; what is not known rules nothing out. */
export const fitsSystem = (when: When | undefined, system: System | undefined): boolean => {
  if (when === undefined || system === undefined) return true;
  const { distro, version, docker, rootless } = system;
  if (when.distro !== undefined && distro.length > 0 && !when.distro.some((name) => distro.includes(name)))
    return false;
  const major = version?.split('.')[0];
  if (when.version !== undefined && major !== undefined && !when.version.includes(major)) return false;
  if (when.rootless !== undefined && when.rootless !== rootless) return false;
  if (docker === undefined) return true;
  if (when.docker?.from !== undefined && isBelow(docker, when.docker.from)) return false;
  return when.docker?.below === undefined || isBelow(docker, when.docker.below);
};
