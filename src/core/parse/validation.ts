/** What `dockerd --validate` (23 on) thinks of the configuration. */
export interface Validation {
  readonly valid: boolean;
  /** Its objection, without the name of the file. */
  readonly error?: string;
  /** Keys that it does not know. */
  readonly unknown: readonly string[];
  /** Options that are given twice. */
  readonly twice: readonly string[];
}

const removed = [
  'graph',
  'api-cors-header',
  'oom-score-adjust',
  'disable-legacy-registry',
  'cluster-advertise',
  'cluster-store',
  'cluster-store-opts',
];

/** `... don't match any configuration option: colour, size` */
const listed = (error: string): readonly string[] => {
  const [, list = ''] = /don.?t match any configuration option: (.{1,2000})$/s.exec(error) ?? [];
  return list.split(', ').filter((word) => word !== '');
};

/** `... and in the configuration file: hosts: (from flag: [fd://], from file: [unix://]), debug: (from ...)` */
const repeated = (error: string): readonly string[] => {
  const [, list = ''] = /specified both as a flag and in the configuration file: (.{1,8000})$/s.exec(error) ?? [];
  return [...list.matchAll(/([a-z][a-z0-9-]{0,60}): \(from flag: /g)].map(([, name = '']) => name);
};

/** Keys that are known only to say that they are gone. */
const gone = (error: string, keys: readonly string[]): readonly string[] =>
  /deprecated|removed/i.test(error) ? keys.filter((key) => removed.includes(key) && error.includes(key)) : [];

/** Nothing where this dockerd has no such flag, or could not look at the files itself. */
export const parseValidation = (code: number, stderr: string, keys: readonly string[]): Validation | undefined => {
  if (code === 0) return /configuration OK/.test(stderr) ? { valid: true, unknown: [], twice: [] } : undefined;
  const lines = stderr.split('\n').map((line) => line.trim());
  const said = lines.filter((line) => line !== '' && !/^See 'dockerd|^time=|^Status: /.test(line)).at(-1);
  if (said === undefined || /-validate\b|permission denied|operation not permitted/i.test(stderr)) return undefined;
  const error = said
    .replace(/^unable to configure the Docker daemon with file \S{1,300}: /, '')
    .replace(/^merged configuration validation from file and command line flags failed: /, '')
    .slice(0, 500);
  const unknown = [...listed(error), ...gone(error, keys)];
  return { valid: false, error, unknown, twice: repeated(error) };
};

/** What dockerd 1.12 to 29 says where it does not take its own flags (pflag, mflag), with the line that names it. */
export const parseFlagError = (stderr: string): string | undefined => {
  const lines = stderr.split('\n').map((line) => line.trim());
  const from = lines.findIndex((line) =>
    /^(?:Status: )?(?:unknown (?:flag|shorthand flag): |flag provided but not defined: |flag needs an argument: |bad flag syntax: |invalid (?:argument|value|boolean value) )/.test(
      line,
    ),
  );
  return from === -1
    ? undefined
    : lines
        .slice(from, from + 2)
        .join('\n')
        .slice(0, 500);
};
