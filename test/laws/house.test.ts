import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const filesBelow = (root: string): readonly string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => join(root, name));

const sources = filesBelow('src');

/** Paths that a file imports, relative ones resolved; dynamic imports too. */
const importsOf = (file: string): readonly string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:^(?:import|export|\}) ?[^'\n]*from |import\()'([^'\n]+)'/gm)].map(
    ([, name = '']) => (name.startsWith('.') ? relative('.', join(dirname(file), name)) : name),
  );

const top = (file: string): string => file.split('/')[1] ?? '';
const middle = ['collect', 'hosts', 'rulebook', 'report', 'guide'];

test('core imports nothing but itself and sub-paths of date-fns', () => {
  const foreign = sources
    .filter((file) => top(file) === 'core')
    .flatMap((file) =>
      importsOf(file)
        .filter((name) => !name.startsWith('src/core/') && !/^date-fns\/./.test(name))
        .map((name) => `${file} imports ${name}`),
    );
  expect(foreign).toEqual([]);
});

test('collect, hosts, rulebook, report and guide do not import one another', () => {
  const sideways = sources.flatMap((file) =>
    middle.includes(top(file))
      ? importsOf(file)
          .filter((name) => middle.includes(top(name)) && name.startsWith('src/') && top(name) !== top(file))
          .map((name) => `${file} imports ${name}`)
      : [],
  );
  expect(sideways).toEqual([]);
});

test('nothing below imports the door above it', () => {
  const upwards = sources.flatMap((file) =>
    ['core', ...middle].includes(top(file))
      ? importsOf(file)
          .filter((name) => /^src\/(?:cli|run|options|look)\.ts$|^src\/verbs\//.test(name))
          .map((name) => `${file} imports ${name}`)
      : [],
  );
  expect(upwards).toEqual([]);
});

test('heavy packages are loaded when they are needed, date-fns by sub-path', () => {
  const eager = sources.flatMap((file) =>
    [
      ...readFileSync(file, 'utf8').matchAll(
        /^import (?!type)[^;]*from '(execa|@clack\/prompts|micromatch|yaml|date-fns)';$/gm,
      ),
    ].map(([, name]) => `${file}: ${name}`),
  );
  // the reader of rule files is itself loaded when it is needed
  expect(eager).toEqual(['src/rulebook/read-rules.ts: yaml']);
});

test('files are small, and none is called util, helper, manager or common', () => {
  const lines = (file: string): number => readFileSync(file, 'utf8').split('\n').length - 1;
  expect(sources.filter((file) => lines(file) > 250)).toEqual([]);
  expect(sources.filter((file) => /(?:util|helper|manager|common)s?\.ts$/.test(file))).toEqual([]);
});

test('no test stands alone: its source is at the same path', () => {
  const orphans = filesBelow('test')
    .filter((file) => file.endsWith('.test.ts') && !/^test\/(?:laws|hostile|cli|lab)\//.test(file))
    .filter((file) => !existsSync(file.replace(/^test\//, 'src/').replace('.test.ts', '.ts')));
  expect(orphans).toEqual([]);
});
