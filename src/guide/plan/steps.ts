import { configPlace, usualConfig } from '../../core/ask/config.ts';
import { textOf } from '../../core/ask/file.ts';
import { ask, type Inquiry } from '../../core/ask/inquiry.ts';
import { unitNamed } from '../../core/ask/scene.ts';
import { installArgv } from '../../core/install.ts';
import { parseAccounts } from '../../core/parse/accounts.ts';
import { quoteArgv } from '../../core/shell-words.ts';
import type { Step } from '../../core/types.ts';
import { run, tell, textIn, write } from './draft.ts';
import { editJson, keysHolding } from './json.ts';
import { addLine, removeLine, setKey } from './lines.ts';
import { forPersons, onlyLooks } from './looks.ts';
import type { Setting } from './setting.ts';
import { touchesOf } from './touches.ts';
import { reload, unit } from './unit.ts';

type Kind<Key extends string> = Extract<Step, Readonly<Record<Key, unknown>>>;

function* json({ json: path, set = {}, remove = [], holding }: Kind<'json'>, { draft, scene }: Setting): Inquiry<void> {
  const real = path === usualConfig ? yield* configPlace(scene) : path;
  if (!real.startsWith('/')) {
    draft.problems.push(`the daemon's configuration, ${real}, is not known by its whole path`);
    return;
  }
  const text = yield* textIn(draft, real);
  if (text === undefined) return;
  const held = holding === undefined ? [] : keysHolding(text, holding);
  if (holding !== undefined && held.length === 0) {
    draft.problems.push(`no key of ${real} holds ${holding}`);
    return;
  }
  const edited = editJson(text, set, [...remove, ...held]);
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
    old === undefined || old === '' ? {} : { undo: ['sysctl', '-w', `${key}=${old}`] },
  );
}

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

function* command({ run: argv, as }: Kind<'run'>, setting: Setting): Inquiry<void> {
  const { draft } = setting;
  const [program, ...words] = argv;
  if (onlyLooks(argv)) return;
  if (forPersons(argv) || as === 'user') tell(draft, quoteArgv(argv));
  else if (program === 'systemctl') yield* unit({ systemctl: words }, setting);
  else run(draft, argv, touchesOf(argv));
}

function* member({ member: user, group }: Kind<'member'>, { draft, system }: Setting): Inquiry<void> {
  const groups = parseAccounts((yield* textOf('/etc/group')) ?? '');
  const alpine = system.distro.includes('alpine');
  if (!groups.some(({ name, members }) => name === group && members.includes(user))) {
    const argv = alpine ? ['addgroup', user, group] : ['usermod', '-aG', group, user];
    const undo = alpine ? ['delgroup', user, group] : ['gpasswd', '-d', user, group];
    run(draft, argv, { ...touchesOf(argv), undo });
  }
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
  else if ('run' in step) yield* command(step, setting);
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
