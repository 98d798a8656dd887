/** Where the lab keeps its things on this machine. */

export const cacheDir = (): string => process.env['DOCKER_WHY_LAB'] ?? '/var/cache/docker-why-lab';

/** Guests that run, one folder each. Gone with a reboot, as they are. */
export const runDir = '/run/docker-why-lab';

/** Inside a guest. */
export const labDir = '/lab';
export const imageTar = `${labDir}/alpine.tar`;
/** The root file systems of all suites, to read. */
export const basesDir = `${labDir}/bases`;
export const toolDir = `${labDir}/why`;

/** Copies of the built docker-why in runDir, one a run. */
export const copyPrefix = 'tool-';
