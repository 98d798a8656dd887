import { placeholders } from './captures.ts';
import { checkKeys, checkList, checkOneOf, checkText, checkTexts, isRecord, type Report } from './problems.ts';

const risks = ['safe', 'restarts', 'data', 'security'];

/** Each step is named by its first key; the others belong to it. */
const stepKeys: Readonly<Record<string, readonly string[]>> = {
  say: [],
  run: ['as'],
  json: ['set', 'remove', 'holding'],
  line: ['add', 'remove'],
  sysctl: ['value', 'file'],
  dropin: ['name', 'text'],
  systemctl: ['user'],
  member: ['group'],
  install: [],
  module: [],
  aside: [],
  write: ['text'],
};

export const stepKind = (step: Readonly<Record<string, unknown>>): string | undefined =>
  Object.keys(stepKeys).find((kind) => step[kind] !== undefined);

/** DESIGN: what is never advised, whoever writes the rule. */
const neverAdvised: readonly (readonly [RegExp, string])[] = [
  [/chmod\s.*(?:666|777|o\+w|a\+w).*docker\.sock/, 'opens the socket to everybody'],
  [/\bsetenforce\s+0|SELINUX=disabled/, 'turns SELinux off'],
  [/(?:stop|disable|mask)\s+.*firewalld|ufw\s+disable/, 'turns the firewall off'],
  [/rm\s+-\w*r\w*\s+(?:\S+\s+)*\/var\/lib\/docker\/?(?:\s|$)/, 'removes the whole data-root'],
  [/docker\s+system\s+prune\s+.*(?:-a|--all|--volumes)/, 'prunes what may be needed'],
];

const textsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) {
    return [...value.flatMap(textsOf), value.filter((part) => typeof part === 'string').join(' ')];
  }
  return isRecord(value) ? Object.values(value).flatMap(textsOf) : [];
};

const checkStep = (step: unknown, path: string, names: ReadonlySet<string>, report: Report): void => {
  const kind = isRecord(step) ? stepKind(step) : undefined;
  if (!isRecord(step) || kind === undefined) {
    report(path, `must begin with one of: ${Object.keys(stepKeys).join(', ')}`);
    return;
  }
  checkKeys(step, [kind, ...(stepKeys[kind] ?? [])], path, report);
  if (kind === 'run' || kind === 'systemctl') checkTexts(step[kind], `${path}.${kind}`, report, 1);
  else checkText(step[kind], `${path}.${kind}`, report);
  if (kind === 'json' && ['set', 'remove', 'holding'].every((key) => step[key] === undefined)) {
    report(path, 'json needs set: {...}, remove: [...] or holding: VALUE');
  }
  if (kind === 'sysctl' && typeof step['value'] !== 'number') report(`${path}.value`, 'must be a number');
  for (const text of textsOf(step)) {
    for (const name of placeholders(text)) {
      if (!names.has(name) && name !== 'free-range') report(path, `{${name}} is captured by no symptom`);
    }
    if (kind === 'say') continue;
    for (const [pattern, why] of neverAdvised) if (pattern.test(text)) report(path, `is never advised: ${why}`);
  }
};

const checkWhen = (value: unknown, path: string, report: Report): void => {
  if (value === undefined) return;
  if (!isRecord(value)) {
    report(path, 'must be a mapping');
    return;
  }
  checkKeys(value, ['distro', 'version', 'docker', 'rootless'], path, report);
  for (const key of ['distro', 'version'])
    if (value[key] !== undefined) checkTexts(value[key], `${path}.${key}`, report, 1);
};

export const checkFixes = (value: unknown, names: ReadonlySet<string>, report: Report): void => {
  if (!checkList(value, 'fixes', report)) return;
  if (value.length === 0) report('fixes', 'needs at least one; if nothing can be done, say what to do instead');
  for (const [index, fix] of value.entries()) {
    const path = `fixes[${index}]`;
    if (!isRecord(fix)) {
      report(path, 'must be a mapping with title, risk and steps');
      continue;
    }
    checkKeys(fix, ['title', 'when', 'risk', 'cost', 'steps', 'undo'], path, report);
    checkText(fix['title'], `${path}.title`, report, 110);
    checkOneOf(fix['risk'], risks, `${path}.risk`, report);
    for (const key of ['cost', 'undo']) if (fix[key] !== undefined) checkText(fix[key], `${path}.${key}`, report, 500);
    checkWhen(fix['when'], `${path}.when`, report);
    if (!checkList(fix['steps'], `${path}.steps`, report)) continue;
    if (fix['steps'].length === 0) report(`${path}.steps`, 'needs at least one');
    for (const [at, step] of fix['steps'].entries()) checkStep(step, `${path}.steps[${at}]`, names, report);
  }
};
