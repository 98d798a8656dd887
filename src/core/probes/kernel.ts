import { wslOf } from '../ask/container.ts';
import { hasModulesFolder, newestOnDisk, releaseOf } from '../ask/kernel.ts';
import { parseVersion } from '../parse/version.ts';
import type { ProbeKind } from './kind.ts';

export const kernel: ProbeKind = {
  ask: 'kernel',
  about:
    'the running kernel; `modules-dir`: are its modules on disk (not told where there need be none: in containers, on WSL, without a loaded module)',
  params: {},
  facts: {
    release: 'text',
    major: 'number',
    minor: 'number',
    'modules-dir': 'boolean',
    newest: 'text',
    wsl: 'boolean',
  },
  command: () => 'uname -r; ls /lib/modules',
  *inquire() {
    const release = yield* releaseOf();
    if (release === undefined) return { known: false, why: 'absent' };
    const version = parseVersion(release);
    const folder = yield* hasModulesFolder(release);
    const newest = yield* newestOnDisk();
    return {
      known: true,
      facts: {
        release,
        ...(version !== undefined && { major: version.major, minor: version.minor }),
        ...(folder !== undefined && { 'modules-dir': folder }),
        ...(newest !== undefined && { newest }),
        wsl: wslOf(release) !== undefined,
      },
    };
  },
};
