/** A line of /proc/self/mountinfo, proc_pid_mountinfo(5). */
export interface Mount {
  readonly path: string;
  readonly fstype: string;
  /** Of the mount and of the file system, one list. */
  readonly options: readonly string[];
  readonly source: string;
  /** `8:1`, major and minor; btrfs and the like have one of no device. */
  readonly device: string;
}

const octalToText = (text: string): string =>
  text.replaceAll(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));

/** In the order of mounting: the last one over a path is the one that is seen. */
export const parseMountinfo = (text: string): readonly Mount[] =>
  text.split('\n').flatMap((line) => {
    const [left = '', right] = line.split(' - ');
    const fields = left.split(' ');
    const [path, options] = [fields[4], fields[5]];
    const [fstype, source = '', superOptions = ''] = (right ?? '').split(' ');
    if (path === undefined || options === undefined || fstype === undefined || fstype === '') return [];
    return [
      {
        path: octalToText(path),
        device: fields[2] ?? '',
        fstype,
        source: octalToText(source),
        options: [...new Set([...options.split(','), ...superOptions.split(',')])].filter((word) => word !== ''),
      },
    ];
  });

const covers = (mount: string, path: string): boolean =>
  mount === '/' || path === mount || path.startsWith(`${mount}/`);

/** The mount that holds a path: the longest that covers it, of equals the last. */
export const mountOf = (mounts: readonly Mount[], path: string): Mount | undefined =>
  mounts
    .filter((mount) => covers(mount.path, path))
    .reduce<Mount | undefined>(
      (best, mount) => (best === undefined || mount.path.length >= best.path.length ? mount : best),
      undefined,
    );
