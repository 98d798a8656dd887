/** What programs say in the C locale, coreutils, busybox and the shells themselves, and errno's name for it. */
const refusals: readonly (readonly [RegExp, string])[] = [
  [/no such file or directory$|directory nonexistent$|nonexistent directory$/i, 'ENOENT'],
  [/not a directory$/i, 'ENOTDIR'],
  [/permission denied$/i, 'EACCES'],
  [/operation not permitted$/i, 'EPERM'],
  [/read-only file system$/i, 'EROFS'],
  [/no space left on device$/i, 'ENOSPC'],
  [/disk quota exceeded$/i, 'EDQUOT'],
  [/file exists$|cannot overwrite existing file$/i, 'EEXIST'],
  [/device or resource busy$/i, 'EBUSY'],
  [/directory not empty$/i, 'ENOTEMPTY'],
  [/is a directory$/i, 'EISDIR'],
  [/too many levels of symbolic links$/i, 'ELOOP'],
];

/** What a program said where it failed, as the error that Node would have thrown. */
export const refusalOf = (said: string, path: string): Error => {
  const last = said.trim().split('\n').at(-1) ?? '';
  const code = refusals.find(([pattern]) => pattern.test(last))?.[1] ?? 'EIO';
  return Object.assign(new Error(last.slice(0, 200) || 'it failed, and nothing says why'), { code, path });
};
