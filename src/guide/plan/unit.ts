import { outputOf } from '../../core/ask/file.ts';
import type { Inquiry } from '../../core/ask/inquiry.ts';
import { unitNamed } from '../../core/ask/scene.ts';
import { quoteArgv } from '../../core/shell-words.ts';
import type { Step } from '../../core/types.ts';
import { run, tell } from './draft.ts';
import { forPersons, onlyLooks } from './looks.ts';
import type { Setting } from './setting.ts';
import { accountFiles } from './touches.ts';

type UnitStep = Extract<Step, { readonly systemctl: unknown }>;

const systemctl = ({ scene }: Setting, words: readonly string[], user = false): readonly string[] => [
  'systemctl',
  ...(user || scene.rootless !== undefined ? ['--user'] : []),
  ...words.map((word) => unitNamed(word, scene)),
];

/** Taken back by another reload, after the files. */
export const reload = (setting: Setting, user = false): void => {
  const argv = systemctl(setting, ['daemon-reload'], user);
  run(setting.draft, argv, { undo: argv });
};

interface Verb {
  /** What takes it back. */
  readonly opposite: string;
  /** The states (UnitFileState) that it changes. */
  readonly changes: RegExp;
}

/** Verbs that change what is on the disk. */
const verbs: Readonly<Record<string, Verb>> = {
  enable: { opposite: 'disable', changes: /^(?:disabled|linked|)$/ },
  disable: { opposite: 'enable', changes: /^(?:enabled.*|)$/ },
  mask: { opposite: 'unmask', changes: /^(?!masked)/ },
  unmask: { opposite: 'mask', changes: /^masked/ },
};

function* stateOf(unit: string, setting: Setting, user: boolean): Inquiry<string> {
  const argv = systemctl(setting, ['show', '--property=UnitFileState', '--value', '--', unit], user);
  return ((yield* outputOf(argv)) ?? '').trim();
}

/** Units that a verb changes, those of /run apart: what is so already is left as it is, and not taken back. */
function* changing(names: readonly string[], changes: RegExp, setting: Setting, user: boolean) {
  const lasting: string[] = [];
  const passing: string[] = [];
  for (const name of names) {
    const state = yield* stateOf(name, setting, user);
    if (changes.test(state)) (state.endsWith('-runtime') ? passing : lasting).push(name);
  }
  return { lasting, passing };
}

function* change(
  words: readonly string[],
  { opposite, changes }: Verb,
  setting: Setting,
  user: boolean,
): Inquiry<void> {
  const [verb = '', ...names] = words;
  const flags = names.filter((name) => name.startsWith('-'));
  const units = names.filter((name) => !name.startsWith('-'));
  const { lasting, passing } = yield* changing(units, changes, setting, user);
  const act = (flag: readonly string[], some: readonly string[]): void => {
    const argv = systemctl(setting, [verb, ...flag, ...some], user);
    run(setting.draft, argv, { undo: systemctl(setting, [opposite, ...flag, ...some], user) });
  };
  if (lasting.length > 0) act(flags, lasting);
  if (passing.length > 0) act([...flags, '--runtime'], passing);
  if (lasting.length + passing.length === 0 && flags.includes('--now'))
    run(setting.draft, systemctl(setting, words, user));
}

/** With `default` dockerd makes the account dockremap and its ranges; moby pkg/idtools/usergroupadd_linux.go. */
const makesAccount = ({ draft }: Setting): boolean =>
  [...draft.texts.values()].some((text) => /"userns-remap"\s*:\s*"(?:default|dockremap)"/.test(text));

/**
 * A start that failed too often is refused until the counter is reset. Whether a start helped is
 * looked at afterwards: one that fails may show the next cause.
 */
const start = (words: readonly string[], setting: Setting, user: boolean): void => {
  const [verb = '', ...names] = words;
  run(setting.draft, systemctl(setting, ['reset-failed', ...names], user), { judged: true });
  const touches = makesAccount(setting) ? { touches: accountFiles } : {};
  run(setting.draft, systemctl(setting, [verb, ...names], user), { judged: true, ...touches });
};

export function* unit({ systemctl: words, user = false }: UnitStep, setting: Setting): Inquiry<void> {
  const [verb = ''] = words;
  const known = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  if (onlyLooks(['systemctl', verb])) return;
  if (forPersons(['systemctl', verb])) tell(setting.draft, quoteArgv(['systemctl', ...words]));
  else if (verb === 'daemon-reload') reload(setting, user);
  else if (verb === 'restart' || verb === 'start') start(words, setting, user);
  else if (known !== undefined) yield* change(words, known, setting, user);
  else run(setting.draft, systemctl(setting, words, user), verb === 'reset-failed' ? { judged: true } : {});
}
