import { parseOsRelease } from '../parse/os-release.ts';
import type { System } from '../types.ts';
import { outputOf, textOf } from './file.ts';
import type { Inquiry } from './inquiry.ts';
import type { Scene } from './scene.ts';

/** What decides which fix fits; the version of Docker only where one depends on it, since dockerd is slow to start. */
export function* systemOf({ rootless }: Scene, withDocker: boolean): Inquiry<System> {
  const release = (yield* textOf('/etc/os-release')) || (yield* textOf('/usr/lib/os-release')) || '';
  const { names, version, pretty } = parseOsRelease(release);
  const [docker] =
    /\d+\.\d+\.\d+/.exec((withDocker ? yield* outputOf(['dockerd', '--version']) : undefined) ?? '') ?? [];
  return {
    distro: names,
    rootless: rootless !== undefined,
    ...(version !== undefined && { version }),
    ...(docker !== undefined && { docker }),
    ...(pretty !== undefined && { pretty }),
  };
}
