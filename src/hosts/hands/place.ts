import { join } from 'node:path';
import { MendError } from '../../errors.ts';
import { codeOf, type Ground } from './ground.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where backups are kept: of the system below /var/lib, of a person in the state directory of XDG. */
export const placeOf = (
  env: Environment,
  { isRoot, home }: { readonly isRoot: boolean; readonly home: string },
): string => {
  const named = env['DOCKER_WHY_STATE'];
  if (named?.startsWith('/') === true) return named;
  if (isRoot) return '/var/lib/docker-why';
  const state = env['XDG_STATE_HOME'];
  return join(state?.startsWith('/') === true ? state : join(home, '.local/state'), 'docker-why');
};

export const makePlace = async (ground: Ground): Promise<void> => {
  const { place } = ground;
  try {
    await ground.makeFolders(place);
  } catch (error) {
    const why = codeOf(error);
    if (why === '') throw error;
    throw new MendError(
      `no backup can be kept in ${place} (${why}), so nothing was changed`,
      'make room there, or name another folder in DOCKER_WHY_STATE',
    );
  }
};
