import { openSync, readFileSync, readSync } from 'node:fs';
import { openRulebook, openShelf, type Rulebook } from '../core/diagnose.ts';
import { unpack } from '../core/match/pack.ts';
import type { Accuser, Shelf } from '../core/rules/shelf.ts';
import type { CauseId, Rule } from '../core/types.ts';
import { RuleError } from '../errors.ts';

/** The same way from dist/, from dist/more/ and from src/rulebook/: the folder that holds rules.json. */
const places = ['./', '../', '../../', '../../dist/'].map((folder) => new URL(folder, import.meta.url));

/** Reads from the first place that has the file. */
const fromDist = <Result>(name: string, read: (place: URL) => Result): Result => {
  for (const folder of places) {
    try {
      return read(new URL(name, folder));
    } catch {
      // the next place
    }
  }
  throw new RuleError('the rules are missing', 'in a checkout run `npm run build`; else install docker-why again');
};

/** The rules that ship with docker-why, as the build checked and compiled them. */
export const shippedRules = (): readonly Rule[] =>
  fromDist('rules.json', (place) => JSON.parse(readFileSync(place, 'utf8')) as readonly Rule[]);

/** Rules that are read from the file one by one: of most of them nothing is wanted. */
const shelfFrom = (ids: readonly CauseId[], places: ArrayLike<number>): Shelf => {
  const rules: Rule[] = [];
  const accusers: Accuser[] = [];
  let all: readonly Rule[] | undefined;
  // held open: a new build may put another file in its place
  const file = fromDist('rules.json', (place) => openSync(place, 'r'));

  const read = (from: number, to: number): string => {
    const bytes = Buffer.allocUnsafe(to - from);
    readSync(file, bytes, 0, bytes.length, from);
    return bytes.toString('utf8');
  };

  const placeOf = (index: number, which: 0 | 1 | 2): number => places[3 * index + which] ?? 0;

  return {
    ids,
    accuser: (index) => {
      const accuser =
        all?.[index] ?? rules[index] ?? accusers[index] ?? JSON.parse(`${read(placeOf(index, 0), placeOf(index, 1))}}`);
      accusers[index] = accuser;
      return accuser;
    },
    rule: (index) => {
      const rule = all?.[index] ?? rules[index] ?? JSON.parse(read(placeOf(index, 0), placeOf(index, 2)));
      rules[index] = rule;
      return rule;
    },
    all: () => {
      all ??= JSON.parse(readFileSync(file, 'utf8')) as readonly Rule[];
      return all;
    },
  };
};

/** The shipped rules, and those of `--rules` behind them. */
export const rulebookWith = (extra: readonly Rule[]): Rulebook => {
  if (extra.length > 0) return openRulebook([...shippedRules(), ...extra]);
  const packed = fromDist('signs.bin', (place) => unpack(readFileSync(place)));
  return packed === undefined
    ? openRulebook(shippedRules())
    : openShelf(shelfFrom(packed.ids, packed.places), packed.signs);
};

/** Rule files of others, for `--rules`: data, checked like our own. */
export const extraRules = async (paths: readonly string[]): Promise<readonly Rule[]> => {
  if (paths.length === 0) return [];
  const { readRule, ruleFiles } = await import('./read-rules.ts');
  return paths.flatMap((path) =>
    ruleFiles(path).flatMap((file) => {
      const { rule, problems } = readRule(file);
      const [first] = problems;
      if (first !== undefined) {
        throw new RuleError(
          `${file}: ${first.path === '' ? '' : `${first.path}: `}${first.message}`,
          `docker-why rules check ${file} shows all of it`,
        );
      }
      return rule === undefined ? [] : [rule];
    }),
  );
};
