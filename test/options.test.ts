import { expect, test } from 'vitest';
import { UsageError } from '../src/errors.ts';
import { type Options, readOptions } from '../src/options.ts';

const defaults: Options = {
  verb: 'diagnose',
  operands: [],
  format: 'text',
  color: 'auto',
  rules: [],
  user: false,
  noHost: false,
  command: [],
  dryRun: false,
  yes: false,
};

for (const [line, some] of [
  ['', {}],
  ['a.log b.log', { operands: ['a.log', 'b.log'] }],
  ['-', { operands: ['-'] }],
  ['--json', { format: 'json' }],
  ['--format markdown', { format: 'markdown' }],
  ['--format=jsonl a', { format: 'jsonl', operands: ['a'] }],
  ['a --color never', { color: 'never', operands: ['a'] }],
  ['--rules a --rules b', { rules: ['a', 'b'] }],
  ['--unit x.service --since today --boot -1'.replace(' -1', '=-1'), { unit: 'x.service', since: 'today', boot: '-1' }],
  ['--boot -2', { boot: '-2' }],
  ['fix --yes', { verb: 'fix', yes: true }],
  ['--fix --dry-run', { verb: 'fix', dryRun: true }],
  ['undo 20261124-120000-abcd', { verb: 'undo', operands: ['20261124-120000-abcd'] }],
  ['run --json -- docker run --rm x', { verb: 'run', format: 'json', command: ['docker', 'run', '--rm', 'x'] }],
  ['--no-host a', { operands: ['a'], noHost: true }],
  [
    '--host ssh://a@b:22 --root /mnt --user --record x',
    { host: 'ssh://a@b:22', root: '/mnt', user: true, record: 'x' },
  ],
  ['causes userns/*', { verb: 'causes', operands: ['userns/*'] }],
  ['explain a/b', { verb: 'explain', operands: ['a/b'] }],
  ['rules check x', { verb: 'rules', operands: ['check', 'x'] }],
  ['a causes', { operands: ['a', 'causes'] }],
  ['./causes', { operands: ['./causes'] }],
  ['-- --json', { operands: ['--json'] }],
  ['--help', { verb: 'help', about: 'diagnose' }],
  ['causes -h', { verb: 'help', about: 'causes' }],
  ['-V', { verb: 'version' }],
  ['-V -h', { verb: 'help', about: 'diagnose' }],
] as const satisfies readonly (readonly [string, Partial<Options>])[]) {
  test(`docker-why ${line}`, () => {
    expect(readOptions(line === '' ? [] : line.split(' '))).toEqual({ ...defaults, ...some });
  });
}

const usageError = (line: string): UsageError => {
  try {
    readOptions(line.split(' '));
  } catch (error) {
    if (error instanceof UsageError) return error;
  }
  throw new Error(`no usage error: ${line}`);
};

for (const [line, message, hint] of [
  ['--fromat json', 'unknown option --fromat', 'did you mean --format?'],
  ['--jsn=x', 'unknown option --jsn=x', 'did you mean --json?'],
  ['a --wat-is-this', 'unknown option --wat-is-this', 'docker-why --help shows what there is'],
  ['--format xml', '--format does not know xml', 'it takes text, json, jsonl, markdown'],
  ['--format jsom', '--format does not know jsom', 'did you mean json?'],
  ['--color alway', '--color does not know alway', 'did you mean always?'],
] as const) {
  test(`docker-why ${line}: ${message}`, () => {
    const { message: said, hint: step } = usageError(line);
    expect([said, step]).toEqual([message, hint]);
  });
}

for (const line of ['--format', '--json=x', '--since']) {
  test(`docker-why ${line}: a usage error`, () => expect(usageError(line).message).toContain(line.split('=')[0]));
}

// a known short option is taken for the unknown one: src/options.ts, usageError
test('the option that is named is the one that is not known', () => {
  expect(usageError('-V --fromat json').message).toBe('unknown option --fromat');
});
