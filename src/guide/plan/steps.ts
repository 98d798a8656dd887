import { configPlace, usualConfig } from '../../core/ask/config.ts';
import { outputOf, textOf } from '../../core/ask/file.ts';
import { ask, type Inquiry } from '../../core/ask/inquiry.ts';
import { type Scene, unitNamed } from '../../core/ask/scene.ts';
import { installArgv } from '../../core/install.ts';
import { parseAccounts } from '../../core/parse/accounts.ts';
import { quoteArgv } from '../../core/shell-words.ts';
import type { Step, System } from '../../core/types.ts';
import { type Draft, run, tell, textIn, write } from './draft.ts';
import { editJson } from './json.ts';
import { addLine, removeLine, setKey } from './lines.ts';
import { forPersons, onlyLooks } from './looks.ts';

export interface Setting {
  readonly draft: Draft;
  readonly scene: Scene;
  readonly system: System;
  /** Sets one plan's new names apart from another's. */
  readonly stamp: string;
}

type Kind<Key extends string> = Extract<Step, Readonly<Record<Key, unknown>>>;

const systemctl = ({ scene }: Setting, words: readonly string[], user = false): readonly string[] => [
  'systemctl',
  ...(user || scene.rootless !== undefined ? ['--user'] : []),
  ...words.map((word) => unitNamed(word, scene)),
];

function* json({ json: path, set = {}, remove = [] }: Kind<'json'>, { draft, scene }: Setting): Inquiry<void> {
  const real = path === usualConfig ? yield* configPlace(scene) : path;
  if (!real.startsWith('/')) {
    draft.problems.push(`the daemon's configuration, ${real}, is not known by its whole path`);
    return;
  }
  const text = yield* textIn(draft, real);
  if (text === undefined) return;
  const edited = editJson(text, set, remove);
  if ('problem' in edited) draft.problems.push(`${real} cannot be edited: ${edited.problem}`);
  else write(draft, real, edited.text);
}

function* line({ line: path, add, remove }: Kind<'line'>, { draft }: Setting): Inquiry<void> {
  const text = yield* textIn(draft, path);
  if (text === undefined) return;
  const less = remove === undefined ? text : removeLine(text, remove);
  write(draft, path, add === undefined ? less : addLine(less, add));
}

function* sysctl({ sysctl: key, value, file }: Kind<'sysctl'>, { draft }: Setting): Inquiry<void> {
  const text = yield* textIn(draft, file);
  if (text === undefined) return;
  write(draft, file, setKey(text, key, String(value)));
  const old = (yield* textOf(`/proc/sys/${key.replaceAll('.', '/')}`))?.trim();
  if (old === String(value)) return;
  run(
    draft,
    ['sysctl', '-w', `${key}=${value}`],
    old === undefined || old === '' ? undefined : ['sysctl', '-w', `${key}=${old}`],
  );
}

/** Taken back by another reload, after the files. */
const reload = (setting: Setting, user = false): void => {
  const argv = systemctl(setting, ['daemon-reload'], user);
  run(setting.draft, argv, argv);
};

function* dropin({ dropin: unit, name, text }: Kind<'dropin'>, setting: Setting): Inquiry<void> {
  const { draft, scene } = setting;
  const folder = scene.rootless === undefined ? '/etc/systemd/system' : `${scene.rootless.home}/.config/systemd/user`;
  const path = `${folder}/${unitNamed(unit, scene)}.d/${name}`;
  const old = yield* textIn(draft, path);
  if (old === undefined) return;
  write(draft, path, text);
  if (old !== text) reload(setting);
}

function* fileModule({ module: name }: Kind<'module'>, { draft }: Setting): Inquiry<void> {
  run(draft, ['modprobe', name]);
  const path = '/etc/modules-load.d/docker-why.conf';
  const text = yield* textIn(draft, path);
  if (text !== undefined) write(draft, path, addLine(text, name));
}

function* newFile({ write: path, text }: Kind<'write'>, { draft }: Setting): Inquiry<void> {
  if ((yield* textIn(draft, path)) !== undefined) write(draft, path, text);
}

const opposites: Readonly<Record<string, string>> = {
  enable: 'disable',
  disable: 'enable',
  mask: 'unmask',
  unmask: 'mask',
};

/** The states (UnitFileState of systemd) in which a verb changes nothing. */
const settledBy: Readonly<Record<string, readonly string[]>> = {
  enable: ['enabled', 'static', 'alias', 'generated', 'indirect'],
  disable: ['disabled', 'static', 'masked', 'generated', 'indirect'],
  mask: ['masked'],
  unmask: ['enabled', 'disabled', 'static', 'alias', 'generated', 'indirect', 'linked'],
};

/** Is it so already? Then taking it back would change what was there before. */
function* isSettled(verb: string, names: readonly string[], setting: Setting, user: boolean): Inquiry<boolean> {
  const settled = settledBy[verb];
  const units = names.filter((name) => !name.startsWith('-'));
  if (settled === undefined || units.length === 0) return false;
  const argv = systemctl(setting, ['show', '--property=UnitFileState', '--value', '--', ...units], user);
  const states = ((yield* outputOf(argv)) ?? '').split('\n').filter((state) => state !== '');
  return states.length === units.length && states.every((state) => settled.includes(state));
}

/** A start that failed too often is refused until the counter is reset. */
function* unit({ systemctl: words, user = false }: Kind<'systemctl'>, setting: Setting): Inquiry<void> {
  const [verb = '', ...names] = words;
  const { draft } = setting;
  if (onlyLooks(['systemctl', verb])) return;
  if (forPersons(['systemctl', verb])) {
    tell(draft, quoteArgv(['systemctl', ...words]));
    return;
  }
  if (verb === 'daemon-reload') return reload(setting, user);
  if (verb === 'restart' || verb === 'start') run(draft, systemctl(setting, ['reset-failed', ...names], user));
  const opposite = opposites[verb];
  const settled = yield* isSettled(verb, names, setting, user);
  if (settled && !names.includes('--now')) return;
  run(
    draft,
    systemctl(setting, words, user),
    opposite === undefined || settled ? undefined : systemctl(setting, [opposite, ...names], user),
  );
}

const command = ({ run: argv, as }: Kind<'run'>, setting: Setting): void => {
  const { draft } = setting;
  if (onlyLooks(argv)) return;
  if (forPersons(argv) || as === 'user') tell(draft, quoteArgv(argv));
  else if (argv.join(' ') === 'systemctl daemon-reload') reload(setting);
  else run(draft, argv);
};

function* member({ member: user, group }: Kind<'member'>, { draft, system }: Setting): Inquiry<void> {
  const groups = parseAccounts((yield* textOf('/etc/group')) ?? '');
  const alpine = system.distro.includes('alpine');
  if (!groups.some(({ name, members }) => name === group && members.includes(user)))
    run(
      draft,
      alpine ? ['addgroup', user, group] : ['usermod', '-aG', group, user],
      alpine ? ['delgroup', user, group] : ['gpasswd', '-d', user, group],
    );
  tell(draft, `It counts once ${user} has logged out and in again.`);
}

const install = ({ install: name }: Kind<'install'>, { draft, system }: Setting): void => {
  const argv = installArgv(name, system.distro, true);
  if (argv === undefined) draft.problems.push(`the package manager of this host is not known: install ${name} by hand`);
  else run(draft, argv);
};

function* aside({ aside: path }: Kind<'aside'>, { draft, stamp }: Setting): Inquiry<void> {
  const bare = path.replace(/(?<=.)\/+$/, '');
  const reply = yield* ask({ read: 'stat', path: bare, link: true });
  if (reply.known && !reply.exists) return;
  draft.actions.push({ do: 'aside', path: bare, to: `${bare}.docker-why-${stamp}` });
  // a later step finds nothing there
  draft.originals.set(bare, undefined);
  draft.texts.set(bare, '');
}

/** One step, made ready for this host: what is so already is left out. */
export function* planStep(step: Step, setting: Setting): Inquiry<void> {
  if ('say' in step) tell(setting.draft, step.say);
  else if ('run' in step) command(step, setting);
  else if ('json' in step) yield* json(step, setting);
  else if ('line' in step) yield* line(step, setting);
  else if ('sysctl' in step) yield* sysctl(step, setting);
  else if ('dropin' in step) yield* dropin(step, setting);
  else if ('systemctl' in step) yield* unit(step, setting);
  else if ('member' in step) yield* member(step, setting);
  else if ('install' in step) install(step, setting);
  else if ('module' in step) yield* fileModule(step, setting);
  else if ('aside' in step) yield* aside(step, setting);
  else yield* newFile(step, setting);
}
