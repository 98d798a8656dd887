import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from './errors.ts';
import { nearest } from './nearest.ts';

export type Verb = 'diagnose' | 'run' | 'fix' | 'undo' | 'causes' | 'explain' | 'rules' | 'help' | 'version';

export interface Options {
  readonly verb: Verb;
  readonly operands: readonly string[];
  readonly format: 'text' | 'json' | 'jsonl' | 'markdown';
  readonly color: 'auto' | 'always' | 'never';
  readonly rules: readonly string[];
  readonly unit?: string;
  readonly since?: string;
  readonly boot?: string;
  /** The rootless daemon of the caller. */
  readonly user: boolean;
  /** Who is asked: `local`, `ssh://user@host`, or a recording. */
  readonly host?: string;
  /** A mounted disk or an unpacked archive as the host. */
  readonly root?: string;
  /** No host at all. */
  readonly noHost: boolean;
  /** Where the log and the answers are written to. */
  readonly record?: string;
  /** Show the plan of a fix and write nothing. */
  readonly dryRun: boolean;
  /** Do what is safe without asking. */
  readonly yes: boolean;
  /** What `run --` is to run. */
  readonly command: readonly string[];
  /** The verb whose help was asked for. */
  readonly about?: Verb;
}

const verbs = ['run', 'fix', 'undo', 'causes', 'explain', 'rules'] as const;
const formats = ['text', 'json', 'jsonl', 'markdown'] as const;
const colors = ['auto', 'always', 'never'] as const;

const known = {
  format: { type: 'string' },
  json: { type: 'boolean' },
  color: { type: 'string' },
  rules: { type: 'string', multiple: true },
  unit: { type: 'string' },
  since: { type: 'string' },
  boot: { type: 'string' },
  user: { type: 'boolean' },
  host: { type: 'string' },
  root: { type: 'string' },
  'no-host': { type: 'boolean' },
  record: { type: 'string' },
  fix: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  yes: { type: 'boolean', short: 'y' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' },
} as const satisfies ParseArgsConfig['options'];

const seeHelp = 'docker-why --help shows what there is';

const parseWords = (args: readonly string[]) =>
  parseArgs({ args: [...args], options: known, allowPositionals: true, strict: true });

/** Without a word there is nothing to parse, and Node need not load its parser. */
const parse = (argv: readonly string[]): ReturnType<typeof parseWords> => {
  if (argv.length === 0) return { values: {}, positionals: [] };
  try {
    return parseWords(argv);
  } catch (error) {
    throw usageError(argv, error);
  }
};

/** parseArgs' own sentence is long; name the option and the nearest known one. */
const usageError = (argv: readonly string[], error: unknown): UsageError => {
  const names = Object.keys(known);
  const wrong = argv.find(
    (word) =>
      /^--?[a-z]/i.test(word) && !/^-[hVy]$/.test(word) && !names.includes(word.replace(/^--/, '').split('=')[0] ?? ''),
  );
  if (wrong !== undefined && /Unknown option/.test(String(error))) {
    const near = nearest(wrong.replace(/^-+/, '').split('=')[0] ?? '', names);
    return new UsageError(`unknown option ${wrong}`, near === undefined ? seeHelp : `did you mean --${near}?`);
  }
  return new UsageError(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error), seeHelp);
};

const oneOf = <Word extends string>(
  name: string,
  value: string | undefined,
  words: readonly Word[],
  otherwise: Word,
): Word => {
  if (value === undefined) return otherwise;
  const word = words.find((one) => one === value);
  if (word !== undefined) return word;
  const near = nearest(value, words);
  throw new UsageError(
    `--${name} does not know ${value}`,
    near ? `did you mean ${near}?` : `it takes ${words.join(', ')}`,
  );
};

const isVerb = (word: string | undefined): word is (typeof verbs)[number] => verbs.some((verb) => verb === word);

/** `run -- COMMAND`: what stands behind the dashes is not ours to read. */
const cutCommand = (
  argv: readonly string[],
): { readonly own: readonly string[]; readonly command: readonly string[] } => {
  const at = argv.indexOf('--');
  if (argv[0] !== 'run') return { own: argv, command: [] };
  const command = at === -1 ? [] : argv.slice(at + 1);
  const own = at === -1 ? argv : argv.slice(0, at);
  if (command.length === 0 && !own.includes('--help') && !own.includes('-h'))
    throw new UsageError('run needs a command', 'docker-why run -- docker run alpine true');
  return { own, command };
};

/** parseArgs takes no value that begins with a dash; `--boot -1` is how journalctl has it. */
const joinBoot = (argv: readonly string[]): readonly string[] => {
  const at = argv.findIndex((word, index) => word === '--boot' && /^-\d+$/.test(argv[index + 1] ?? ''));
  return at === -1 ? argv : [...argv.slice(0, at), `--boot=${argv[at + 1]}`, ...argv.slice(at + 2)];
};

/** argv without node and script; throws a UsageError. */
export const readOptions = (argv: readonly string[]): Options => {
  const { own, command } = cutCommand(argv);
  const { values, positionals } = parse(joinBoot(own));
  const [first, ...rest] = positionals;
  const verb: Verb = isVerb(first) ? first : values.fix === true ? 'fix' : 'diagnose';
  const operands = isVerb(first) ? rest : positionals;
  const help = values.help === true;
  return {
    verb: help ? 'help' : values.version === true ? 'version' : verb,
    operands,
    format: values.json === true ? 'json' : oneOf('format', values.format, formats, 'text'),
    color: oneOf('color', values.color, colors, 'auto'),
    rules: values.rules ?? [],
    ...(values.unit !== undefined && { unit: values.unit }),
    ...(values.since !== undefined && { since: values.since }),
    ...(values.boot !== undefined && { boot: values.boot }),
    command,
    dryRun: values['dry-run'] === true,
    yes: values.yes === true,
    user: values.user === true,
    noHost: values['no-host'] === true,
    ...(values.host !== undefined && { host: values.host }),
    ...(values.root !== undefined && { root: values.root }),
    ...(values.record !== undefined && { record: values.record }),
    ...(help && { about: verb }),
  };
};
