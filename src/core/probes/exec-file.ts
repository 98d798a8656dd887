import { type Inquiry, together } from '../ask/inquiry.ts';
import { groundOf } from '../ask/mount.ts';
import { type FoundProgram, findProgram, isExecutable, isProgramName, systemFolders } from '../ask/program.ts';
import { isUnit, type Unit, unitOf } from '../ask/unit.ts';
import { splitWords } from '../parse/words.ts';
import { quoteWord } from '../shell-words.ts';
import type { Scalar, Unknown } from '../types.ts';
import { type ProbeKind, param } from './kind.ts';

type Facts = Record<string, Scalar>;

/** What is run to start a service; a failure of any of them is one of the start (systemd.service(5)). */
const steps = ['ExecStart', 'ExecCondition', 'ExecStartPre', 'ExecStartPost'];

/** More than any unit has. */
const mostSteps = 16;

/** `{ path=/usr/bin/dockerd ; argv[]=/usr/bin/dockerd -H fd:// ; ignore_errors=no ; ...}`, or a line of a file. */
const programIn = (value: string): string | undefined => {
  const [, path, rest = ''] = /^\{ path=(\/[^;\n]{1,250}?) ; argv\[\]=(.*)$/s.exec(value) ?? [];
  if (path !== undefined) return / ; ignore_errors=yes ;/.test(rest) ? undefined : path;
  const [word = ''] = splitWords(value.slice(0, 1000));
  const [, prefix = '', name = ''] = /^([-@:+!|]{0,6})(.*)$/s.exec(word) ?? [];
  return prefix.includes('-') ? undefined : name;
};

/** The main program first. */
const programsOf = ({ properties }: Unit): readonly string[] =>
  steps
    .flatMap((key) => (properties.get(key) ?? []).flatMap((value) => programIn(value) ?? []))
    .filter(isProgramName)
    .slice(0, mostSteps);

function* noexec(path: string): Inquiry<Facts> {
  const ground = yield* groundOf(path);
  return 'mount' in ground && ground.mount !== undefined
    ? { 'noexec-mount': ground.mount.options.includes('noexec') }
    : {};
}

function* factsOf(name: string, { path, stat }: FoundProgram): Inquiry<Facts> {
  if (path === undefined || stat === undefined) return { path: name, exists: false };
  const executable = isExecutable({ path, stat }) && stat.size > 0;
  return { path, exists: true, type: stat.type, executable, ...(yield* noexec(path)) };
}

function* inquireOf(name: string): Inquiry<Facts | Unknown> {
  const found = yield* findProgram(name, systemFolders);
  return 'known' in found ? found : yield* factsOf(name, found);
}

const isBad = (facts: Facts): boolean =>
  facts['exists'] === false || facts['executable'] === false || facts['noexec-mount'] === true;

export const execFile: ProbeKind = {
  ask: 'exec-file',
  about:
    'the program that ExecStart of a unit names, or the first of ExecStartPre and its like that cannot be run; an empty file is not executable',
  params: { name: 'text' },
  facts: { path: 'text', exists: 'boolean', executable: 'boolean', type: 'text', 'noexec-mount': 'boolean' },
  command: (query) => `systemctl cat ${quoteWord(param(query, 'name'))}`,
  *inquire(query, scene) {
    const unit = yield* unitOf(param(query, 'name'), scene);
    if (!isUnit(unit)) return unit;
    const all = yield* together(programsOf(unit).map(inquireOf));
    const told = all.filter((one): one is Facts => one['known'] !== false);
    const bad = told.find(isBad);
    if (bad !== undefined) return { known: true, facts: bad };
    // as long as one of them cannot be seen, it may be that one
    const unknown = all.find((one): one is Unknown => one['known'] === false);
    if (unknown !== undefined) return unknown;
    return told[0] === undefined ? { known: false, why: 'absent' } : { known: true, facts: told[0] };
  },
};
