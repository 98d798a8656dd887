import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { MendError } from '../../errors.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where backups are kept: of the system below /var/lib, of a person in the state directory of XDG. */
export const placeOf = (env: Environment): string => {
  const named = env['DOCKER_WHY_STATE'];
  if (named?.startsWith('/') === true) return named;
  if (process.getuid?.() === 0) return '/var/lib/docker-why';
  const state = env['XDG_STATE_HOME'];
  return join(state?.startsWith('/') === true ? state : join(homedir(), '.local/state'), 'docker-why');
};

export const makePlace = async (place: string): Promise<void> => {
  try {
    await mkdir(place, { recursive: true, mode: 0o700 });
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new MendError(
      `no backup can be kept in ${place} (${why}), so nothing was changed`,
      'make room there, or name another folder in DOCKER_WHY_STATE',
    );
  }
};
