export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

export interface Stats extends Owner {
  /** The bits of chmod(2). */
  readonly mode: number;
}

/** How a program ended. */
export interface Done {
  readonly code: number;
  /** What it printed, both outputs, its end. */
  readonly output: string;
}

/**
 * What the hands stand on: the files and programs of one host, this one or one behind a shell.
 * What the system refuses is thrown as Node does it, an error with a `code`; anything else that
 * is thrown means that the ground itself is gone.
 */
export interface Ground {
  /** Where backups are kept there. */
  readonly place: string;
  /** What a command line needs to come here again: nothing, or ` --host ssh://...`. */
  readonly way: string;
  /** Who writes there. */
  readonly owner: Owner;
  /** The process that holds a lock, and that ends where the ground is gone. */
  readonly pid: number;

  readonly read: (path: string) => Promise<Uint8Array>;
  /** Links are followed. */
  readonly stat: (path: string) => Promise<Stats>;
  /** Links are not followed. */
  readonly isThere: (path: string) => Promise<boolean>;
  readonly realPath: (path: string) => Promise<string>;
  /** What a link says; nothing where it is none. */
  readonly linkAt: (path: string) => Promise<string | undefined>;
  readonly names: (folder: string) => Promise<readonly string[]>;

  /** Makes one folder, whatever the umask says, and has it on the disk. */
  readonly makeFolder: (path: string, mode: number) => Promise<void>;
  /** With all above it; those that are there are left as they are. For its owner only. */
  readonly makeFolders: (path: string) => Promise<void>;
  /** One that is empty. */
  readonly removeFolder: (path: string) => Promise<void>;
  /** Nothing happens where there is none. Else its folder is on the disk then. */
  readonly remove: (path: string) => Promise<void>;
  readonly removeTree: (path: string) => Promise<void>;
  /** A file of its own, in place of what a run that died left there; whole and on the disk, or not there at all. */
  readonly writeNew: (path: string, bytes: Uint8Array, mode: number, owner?: Owner) => Promise<void>;
  /** A second name, which must not be there yet. */
  readonly link: (path: string, name: string) => Promise<void>;
  /** At every moment the path is the old file or the new one. Its folder is on the disk then. */
  readonly rename: (path: string, to: string) => Promise<void>;
  /** With SELinux: the label of the file whose place it takes, or what the policy says for that path. */
  readonly labelLike: (path: string, model: string) => Promise<void>;

  /** Runs a program of a plan; no shell, no questions. */
  readonly run: (argv: readonly string[]) => Promise<Done>;
}

/** Longer than systemd waits for a unit, and enough for a package; milliseconds. */
export const patience = 600_000;

/** So much of the end of what a program printed is kept. */
export const mostOutput = 4000;

/** sbin is not in everyone's PATH. */
export const programPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** Why the system refused; '' where it did not. */
export const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

export const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT';

/** What the system refuses to tell counts as nothing; a ground that is gone does not. */
export const orNothing = async <Result, Nothing>(
  asked: Promise<Result>,
  nothing: Nothing,
): Promise<Result | Nothing> => {
  try {
    return await asked;
  } catch (error) {
    if (codeOf(error) === '') throw error;
    return nothing;
  }
};
