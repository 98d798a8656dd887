import { quoteArgv, quoteWord } from '../core/shell-words.ts';
import type { Captures, Step } from '../core/types.ts';
import { installLines } from './install.ts';
import { listed, told } from './words.ts';

/** A sentence for a person, or a text to copy as it stands, never wrapped. */
export type StepLine = { readonly say: string } | { readonly copy: string };

export interface System {
  /** `ID` and the words of `ID_LIKE`, where they are known. */
  readonly distro?: readonly string[];
}

type Kind<K extends string> = Extract<Step, Readonly<Record<K, unknown>>>;

const sudo = (...argv: readonly string[]): string => quoteArgv(argv[0] === 'sudo' ? argv : ['sudo', ...argv]);

/** Appends, so that what a file may hold already is kept. */
const append = (text: string, file: string): string => `echo ${quoteWord(text)} | ${sudo('tee', '-a', file)}`;

const newFile = (text: string, file: string): string =>
  [
    `printf '%s\\n'`,
    ...text
      .replace(/\n+$/, '')
      .split('\n')
      .map((line) => `  ${quoteWord(line)}`),
    `  | ${sudo('tee', file)}`,
  ].join(' \\\n');

const edit = ({ json, set = {}, remove = [], holding }: Kind<'json'>): readonly StepLine[] => {
  const members = Object.entries(set).map(
    ([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value, null, 2)}`,
  );
  return [
    ...(members.length === 0
      ? []
      : [{ say: `In ${json} set (keep what else is there):` }, { copy: members.join(',\n') }]),
    ...(remove.length === 0
      ? []
      : [{ say: `In ${json} take out ${listed(remove.map((key) => JSON.stringify(key)))}.` }]),
    ...(holding === undefined ? [] : [{ say: `In ${json} take out the key that holds ${JSON.stringify(holding)}.` }]),
  ];
};

const range = (text: string): readonly StepLine[] =>
  text.includes('<free-range>')
    ? [
        {
          say: 'For <free-range> put the first id behind all ranges in /etc/subuid and /etc/subgid, 100000 if there are none.',
        },
      ]
    : [];

const line = ({ line, add, remove }: Kind<'line'>): readonly StepLine[] => [
  ...(remove === undefined ? [] : [{ say: `In ${line} take out this line:` }, { copy: remove }]),
  ...(add === undefined ? [] : [...range(add), { copy: append(add, line) }]),
];

const member = ({ member, group }: Kind<'member'>, distro: readonly string[]): readonly StepLine[] => [
  { copy: distro.includes('alpine') ? sudo('addgroup', member, group) : sudo('usermod', '-aG', group, member) },
  { say: `It counts once ${member} has logged out and in again.` },
];

const dropin = ({ dropin, name, text }: Kind<'dropin'>): readonly StepLine[] => {
  const folder = `/etc/systemd/system/${dropin}.d`;
  return [
    { copy: sudo('mkdir', '-p', folder) },
    { copy: newFile(text, `${folder}/${name}`) },
    { copy: sudo('systemctl', 'daemon-reload') },
  ];
};

const filled = (step: Step, captures: Captures): Step => {
  const map = (value: unknown): unknown => {
    if (typeof value === 'string') return told(value, captures);
    if (Array.isArray(value)) return value.map(map);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, map(inner)]));
  };
  return map(step) as Step;
};

/** A step as a person does it by hand; what the log named is filled in. */
export const stepLines = (raw: Step, captures: Captures, { distro = [] }: System = {}): readonly StepLine[] => {
  const step = filled(raw, captures);
  if ('say' in step) return [{ say: step.say }];
  if ('run' in step) return [{ copy: step.as === 'user' ? quoteArgv(step.run) : sudo(...step.run) }];
  if ('json' in step) return edit(step);
  if ('line' in step) return line(step);
  if ('sysctl' in step) {
    return [
      { copy: sudo('sysctl', '-w', `${step.sysctl}=${step.value}`) },
      { copy: append(`${step.sysctl} = ${step.value}`, step.file) },
    ];
  }
  if ('dropin' in step) return dropin(step);
  if ('systemctl' in step) {
    return [
      {
        copy:
          step.user === true
            ? quoteArgv(['systemctl', '--user', ...step.systemctl])
            : sudo('systemctl', ...step.systemctl),
      },
    ];
  }
  if ('member' in step) return member(step, distro);
  if ('install' in step) return installLines(step.install, distro);
  if ('module' in step) {
    return [
      { copy: sudo('modprobe', step.module) },
      { copy: append(step.module, `/etc/modules-load.d/${step.module}.conf`) },
    ];
  }
  if ('aside' in step) {
    return [
      { copy: sudo('mv', '-nT', step.aside, `${step.aside.replace(/\/+$/, '')}.aside`) },
      { say: 'Nothing is deleted: it is kept under the new name.' },
    ];
  }
  return [{ copy: newFile(step.text, step.write) }];
};

/** All steps of a fix; what was said once is not said again. */
export const stepsLines = (steps: readonly Step[], captures: Captures, system?: System): readonly StepLine[] => {
  const said = new Set<string>();
  return steps
    .flatMap((step) => stepLines(step, captures, system))
    .filter((line) => {
      const isNew = 'copy' in line || !said.has(line.say);
      if ('say' in line) said.add(line.say);
      return isNew;
    });
};
