import type { FactType, ProbeKind } from '../probes/index.ts';
import { probeKind } from '../probes/index.ts';
import { placeholders } from './captures.ts';
import { checkKeys, checkList, isRecord, type Report } from './problems.ts';

const typeOf = (value: unknown): FactType | 'other' => {
  if (typeof value === 'boolean' || typeof value === 'number') return typeof value as FactType;
  return typeof value === 'string' ? 'text' : 'other';
};

const checkQuery = (
  query: Readonly<Record<string, unknown>>,
  path: string,
  names: ReadonlySet<string>,
  report: Report,
): ProbeKind | undefined => {
  const kind = typeof query['ask'] === 'string' ? probeKind(query['ask']) : undefined;
  if (kind === undefined) {
    report(`${path}.ask`, `no such kind of probe: ${String(query['ask'])}`);
    return undefined;
  }
  const wanted = Object.entries(kind.params).map(([name, type]) => ({
    name: name.replace(/\?$/, ''),
    optional: name.endsWith('?'),
    type,
  }));
  checkKeys(query, ['ask', ...wanted.map(({ name }) => name)], path, report);
  for (const { name, optional, type } of wanted) {
    const value = query[name];
    if (value === undefined) {
      if (!optional) report(`${path}.${name}`, `is missing for ask: ${kind.ask}`);
    } else if (typeOf(value) !== type) {
      report(`${path}.${name}`, `must be a ${type}`);
    }
    for (const used of typeof value === 'string' ? placeholders(value) : []) {
      if (!names.has(used)) report(`${path}.${name}`, `{${used}} is captured by no symptom`);
    }
  }
  return kind;
};

const testKeys = ['fact', 'is', 'not', 'below', 'from', 'in'];

const checkTest = (test: unknown, path: string, kind: ProbeKind | undefined, report: Report): void => {
  if (!isRecord(test)) {
    report(path, 'must be a mapping with fact: ...');
    return;
  }
  checkKeys(test, testKeys, path, report);
  const fact = String(test['fact']);
  const type = kind !== undefined && Object.hasOwn(kind.facts, fact) ? kind.facts[fact] : undefined;
  if (kind !== undefined && type === undefined) {
    report(`${path}.fact`, `${kind.ask} has no fact ${fact}; it has: ${Object.keys(kind.facts).join(', ')}`);
  }
  const operators = testKeys.slice(1).filter((key) => test[key] !== undefined);
  if (operators.length === 0) report(path, 'tests nothing: add is, not, below, from or in');
  for (const key of ['is', 'not'].filter((name) => test[name] !== undefined)) {
    if (type !== undefined && typeOf(test[key]) !== type) report(`${path}.${key}`, `${fact} is a ${type}`);
  }
  for (const key of ['below', 'from'].filter((name) => test[name] !== undefined)) {
    if (typeof test[key] !== 'number' || (type !== undefined && type !== 'number')) {
      report(`${path}.${key}`, 'compares numbers');
    }
  }
};

const checkGiven = (given: unknown, path: string, names: ReadonlySet<string>, report: Report): void => {
  if (given === undefined) return;
  if (!isRecord(given) || !isRecord(given['query'])) {
    report(path, 'must have query: {...} and holds: {...}');
    return;
  }
  checkKeys(given, ['query', 'holds'], path, report);
  const kind = checkQuery(given['query'], `${path}.query`, names, report);
  for (const [at, test] of asTests(given['holds']).entries()) checkTest(test, `${path}.holds[${at}]`, kind, report);
};

export const asTests = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** `confirms` and `refutes` are one test, or a list of which all must hold. */
export const checkChecks = (value: unknown, names: ReadonlySet<string>, report: Report): void => {
  if (value === undefined || !checkList(value, 'checks', report)) return;
  for (const [index, check] of value.entries()) {
    const path = `checks[${index}]`;
    if (!isRecord(check) || !isRecord(check['query'])) {
      report(path, 'must have a query: { ask: ... }');
      continue;
    }
    checkKeys(check, ['query', 'confirms', 'refutes', 'given'], path, report);
    checkGiven(check['given'], `${path}.given`, names, report);
    const kind = checkQuery(check['query'], `${path}.query`, names, report);
    if (check['confirms'] === undefined && check['refutes'] === undefined) {
      report(path, 'neither confirms nor refutes');
    }
    for (const side of ['confirms', 'refutes'].filter((name) => check[name] !== undefined)) {
      for (const [at, test] of asTests(check[side]).entries()) {
        checkTest(test, `${path}.${side}[${at}]`, kind, report);
      }
    }
  }
};
