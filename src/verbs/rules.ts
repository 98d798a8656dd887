import { createMatcher } from '../core/match/matcher.ts';
import { createReader } from '../core/read/index.ts';
import type { Entry, Rule } from '../core/types.ts';
import { UsageError } from '../errors.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Options } from '../options.ts';
import { safeText } from '../report/index.ts';
import { type ReadRule, readRule, ruleFiles } from '../rulebook/read-rules.ts';
import type { World } from '../world.ts';

const readAll = (paths: readonly string[]): readonly ReadRule[] => paths.flatMap(ruleFiles).map(readRule);

const check = (read: readonly ReadRule[], world: World): ExitCode => {
  for (const { file, problems } of read) {
    for (const { path, message } of problems)
      world.stdout.write(`${safeText(`${file}: ${path === '' ? '' : `${path}: `}${message}`)}\n`);
  }
  const good = read.filter(({ rule }) => rule !== undefined).length;
  world.stdout.write(`${good} good, ${read.length - good} with problems\n`);
  return good === read.length ? 0 : 1;
};

const entriesOf = async (world: World): Promise<readonly Entry[]> => {
  const entries: Entry[] = [];
  const reader = createReader('stdin', (entry) => void (entries.length < 100_000 && entries.push(entry)));
  for await (const chunk of world.stdin) reader.push(chunk as Uint8Array);
  reader.end();
  return entries;
};

/** Why a line is no hit: the reasons an author of a rule would look for. */
const whyNot = (rule: Rule, entry: Entry): string => {
  if (entry.speaker === 'container' || entry.speaker === 'other')
    return `said by ${entry.program ?? entry.speaker}, which is no witness`;
  const fitting = rule.symptoms.find((symptom) => new RegExp(symptom.line, 'i').test(entry.text));
  if (fitting === undefined) return 'no symptom fits';
  if (fitting.from !== undefined && !fitting.from.includes(entry.speaker))
    return `said by ${entry.speaker}; the symptom is from ${fitting.from.join(', ')}`;
  if (rule.unless?.some((one) => new RegExp(one.line, 'i').test(entry.text))) return 'an `unless` fits';
  return `level ${entry.level ?? 'none'} is below ${fitting.level}`;
};

const testRule = (rule: Rule, entries: readonly Entry[], world: World): number => {
  const match = createMatcher([rule]);
  let hits = 0;
  for (const entry of entries) {
    const found = match(entry)?.hits ?? [];
    hits += found.length;
    const words =
      found.length > 0
        ? found.map((hit) => `symptoms[${hit.symptom}] (${hit.weight}) ${JSON.stringify(hit.captures)}`).join(' ')
        : whyNot(rule, entry);
    world.stdout.write(
      safeText(`${found.length > 0 ? '+' : '-'} ${rule.id} line ${entry.line}: ${words}: ${entry.text.slice(0, 200)}`) +
        '\n',
    );
  }
  return hits;
};

/** docker-why rules check FILE... | rules test FILE... < LOG */
export const rules = async (options: Options, world: World): Promise<ExitCode> => {
  const [action, ...paths] = options.operands;
  if ((action !== 'check' && action !== 'test') || paths.length === 0) {
    throw new UsageError(
      'rules takes check or test, and rule files',
      'for example: docker-why rules check my-rule.yaml',
    );
  }
  const read = readAll(paths);
  if (action === 'check' || read.some(({ rule }) => rule === undefined)) return check(read, world);
  const entries = await entriesOf(world);
  const hits = read.map(({ rule }) => (rule === undefined ? 0 : testRule(rule, entries, world)));
  const sum = hits.reduce((total, one) => total + one, 0);
  world.stdout.write(`${sum} hit${sum === 1 ? '' : 's'} in ${entries.length} entries\n`);
  return sum > 0 ? 0 : 1;
};
