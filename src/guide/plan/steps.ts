import { configPlace, usualConfig } from '../../core/ask/config.ts';
import { textOf } from '../../core/ask/file.ts';
import type { Inquiry } from '../../core/ask/inquiry.ts';
import { type Scene, unitNamed } from '../../core/ask/scene.ts';
import { installArgv } from '../../core/install.ts';
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

function* dropin({ dropin: unit, name, text }: Kind<'dropin'>, setting: Setting): Inquiry<void> {
  const { draft, scene } = setting;
  const folder = scene.rootless === undefined ? '/etc/systemd/system' : `${scene.rootless.home}/.config/systemd/user`;
  const path = `${folder}/${unitNamed(unit, scene)}.d/${name}`;
  const old = yield* textIn(draft, path);
  if (old === undefined) return;
  write(draft, path, text);
  const reload = systemctl(setting, ['daemon-reload']);
  if (old !== text) run(draft, reload, reload);
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

/** A start that failed too often is refused until the counter is reset. */
const unit = ({ systemctl: words, user }: Kind<'systemctl'>, setting: Setting): void => {
  const [verb, ...names] = words;
  const { draft } = setting;
  if (onlyLooks(['systemctl', verb ?? ''])) return;
  if (forPersons(['systemctl', verb ?? ''])) {
    tell(draft, quoteArgv(['systemctl', ...words]));
    return;
  }
  if (verb === 'restart' || verb === 'start') run(draft, systemctl(setting, ['reset-failed', ...names], user));
  const opposite = { enable: 'disable', disable: 'enable', mask: 'unmask', unmask: 'mask' }[verb ?? ''];
  run(
    draft,
    systemctl(setting, words, user),
    opposite === undefined ? undefined : systemctl(setting, [opposite, ...names], user),
  );
};

const command = ({ run: argv, as }: Kind<'run'>, { draft }: Setting): void => {
  if (onlyLooks(argv)) return;
  if (forPersons(argv) || as === 'user') tell(draft, quoteArgv(argv));
  else run(draft, argv);
};

const member = ({ member: user, group }: Kind<'member'>, { draft, system }: Setting): void => {
  const alpine = system.distro.includes('alpine');
  run(
    draft,
    alpine ? ['addgroup', user, group] : ['usermod', '-aG', group, user],
    alpine ? ['delgroup', user, group] : ['gpasswd', '-d', user, group],
  );
  tell(draft, `It counts once ${user} has logged out and in again.`);
};

const install = ({ install: name }: Kind<'install'>, { draft, system }: Setting): void => {
  const argv = installArgv(name, system.distro, true);
  if (argv === undefined) draft.problems.push(`the package manager of this host is not known: install ${name} by hand`);
  else run(draft, argv);
};

const aside = ({ aside: path }: Kind<'aside'>, { draft, stamp }: Setting): void => {
  const bare = path.replace(/(?<=.)\/+$/, '');
  draft.actions.push({ do: 'aside', path: bare, to: `${bare}.docker-why-${stamp}` });
};

/** One step, made ready for this host: what is so already is left out. */
export function* planStep(step: Step, setting: Setting): Inquiry<void> {
  if ('say' in step) tell(setting.draft, step.say);
  else if ('run' in step) command(step, setting);
  else if ('json' in step) yield* json(step, setting);
  else if ('line' in step) yield* line(step, setting);
  else if ('sysctl' in step) yield* sysctl(step, setting);
  else if ('dropin' in step) yield* dropin(step, setting);
  else if ('systemctl' in step) unit(step, setting);
  else if ('member' in step) member(step, setting);
  else if ('install' in step) install(step, setting);
  else if ('module' in step) yield* fileModule(step, setting);
  else if ('aside' in step) aside(step, setting);
  else yield* newFile(step, setting);
}
