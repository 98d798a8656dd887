/**
 * The words of docker-why, as types. Everything here is plain data: it can be
 * written as JSON and read in a browser.
 */
export type * from './types/host.ts';
export type * from './types/log.ts';
export type * from './types/mend.ts';
export type * from './types/result.ts';
export type * from './types/rule.ts';
