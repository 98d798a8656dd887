/** A path as it may be asked of a host. Text from a log is checked by this before it becomes one. */
export const isAbsolute = (path: string): boolean => path.startsWith('/') && !path.includes('\0');

export const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/';

/** The directories above a path, the nearest first, without the root itself. */
export const parentsOf = (path: string): readonly string[] => {
  const parents: string[] = [];
  for (let at = parentOf(path); at !== '/'; at = parentOf(at)) parents.push(at);
  return parents;
};
