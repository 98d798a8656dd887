import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { shippedRules } from '../../src/rulebook/load.ts';
import { fullSizes, type Inputs, makeInputs, shortSizes } from './inputs.ts';
import { compare, median, peakOf, type Times } from './measure.ts';
import { dockerWhy, emptyNode, liveRow, packedRow, type Row, scanRows, startRow } from './rows.ts';

/**
 * npm run bench [-- --short] [-- --only WORD] [-- NODE...]: docker-why against
 * other programs, turn by turn. NODE: further Node programs for the start.
 */
const words = process.argv.slice(2);
const isShort = words.includes('--short');
const only = words.includes('--only') ? words[words.indexOf('--only') + 1] : undefined;
const nodes = [process.execPath, ...words.filter((word) => word.includes('/'))];
const rounds = isShort ? 3 : 9;

const has = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;
const versionOf = (node: string): string => spawnSync(node, ['--version']).stdout.toString().trim().slice(1);

const packers = [
  ['gzip', 'gz'],
  ['xz', 'xz'],
] as const;

/** What is not installed here is left out, and said. */
const packedRows = (inputs: Inputs): readonly Row[] =>
  packers.flatMap(([program, suffix]) => {
    if (!has(program)) {
      console.log(`${program} is not installed: no row for it`);
      return [];
    }
    const log = join(inputs.folder, 'packed.log');
    if (!existsSync(`${log}.${suffix}`)) spawnSync(program, ['-k', '-1', log]);
    return [packedRow(process.execPath, program, suffix, inputs)];
  });

const liveRows = (): readonly Row[] =>
  has('journalctl') && spawnSync('journalctl', ['-n', '1', '-q']).stdout.length > 0 ? [liveRow(process.execPath)] : [];

const rowsFor = (inputs: Inputs): readonly Row[] => {
  const starts = nodes.map((node) => startRow(node, versionOf(node), inputs));
  const scans = has('rg') ? scanRows(process.execPath, inputs) : [];
  if (scans.length === 0) console.log('rg is not installed: no rows against it');
  const all = [...starts, ...scans, ...packedRows(inputs), ...(isShort ? [] : liveRows())];
  return only === undefined ? all : all.filter(({ name }) => name.includes(only));
};

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const told = (ms: number): string => (ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(2)} s`);

const rowOf = ({ name, against, goal }: Row, { ours, theirs, ratio }: Times): string =>
  line([name, told(ours), against, told(theirs), ratio.toFixed(2), goal === undefined ? '' : String(goal)]);

/** Peak memory, and whether it grows with the input: ten times the log through a pipe. */
const memoryRows = ({ folder }: Inputs): readonly string[] => {
  const preload = new URL('./peak.cjs', import.meta.url).pathname;
  const log = join(folder, 'mixed.log');
  const peak = (command: Parameters<typeof peakOf>[0]): number =>
    median([1, 2, 3].map(() => peakOf(command, preload))) / 1024;
  const ours = dockerWhy(process.execPath, ['--no-host']);
  const empty = peak(emptyNode(process.execPath));
  const once = peak({ ...ours, stdin: log });
  const piped = `for i in 1 2 3 4 5 6 7 8 9 10; do cat ${log}; done | exec "$@"`;
  const tenfold =
    Number(
      spawnSync('sh', ['-c', piped, 'sh', process.execPath, '--require', preload, ...ours.argv.slice(1)], {
        stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      }).output[3]?.toString(),
    ) / 1024;
  const cells = (name: string, mine: number, against: string, other: number, goal: string): string =>
    line([name, `${mine.toFixed(0)} MB`, against, `${other.toFixed(0)} MB`, (mine / other).toFixed(2), goal]);
  return [
    cells('memory, journal of a host', once, 'node -e 0', empty, '1.8'),
    cells('memory, ten times as long', tenfold, 'the same once', once, '1'),
  ];
};

const machine = (): string =>
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} x ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, median of ${rounds}`;

const readme = new URL('./README.md', import.meta.url);
const marks = ['<!-- table -->', '<!-- end -->'] as const;

const writeTable = (table: string): void => {
  const text = readFileSync(readme, 'utf8');
  const [before = '', rest = ''] = text.split(marks[0]);
  writeFileSync(readme, `${before}${marks[0]}\n\n${table}\n\n${marks[1]}${rest.split(marks[1])[1] ?? ''}`);
};

const inputs = makeInputs(isShort ? shortSizes : fullSizes, shippedRules());
const head = [line(['what', 'docker-why', 'against', 'takes', 'ratio', 'goal']), line(Array(6).fill('---'))];
console.log([machine(), '', ...head].join('\n'));
const lines: string[] = [];
const tell = (text: string): void => {
  console.log(text);
  lines.push(text);
};
const failed: string[] = [];
for (const row of rowsFor(inputs)) {
  const times = compare(row.ours, row.theirs, rounds);
  tell(rowOf(row, times));
  if (times.ratio > row.most) failed.push(`${row.name}: ${times.ratio.toFixed(2)} is more than ${row.most}`);
}
if (!isShort && only === undefined) {
  for (const text of memoryRows(inputs)) tell(text);
  writeTable([machine(), '', ...head, ...lines].join('\n'));
}
if (isShort && failed.length > 0) {
  console.error(failed.join('\n'));
  process.exitCode = 1;
}
