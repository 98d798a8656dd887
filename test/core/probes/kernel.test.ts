import { expect, test } from 'vitest';
import { answerOf, factsOf } from '../fake-host.ts';

const ask = { ask: 'kernel' };
const running = (release: string) => ({ '/proc/sys/kernel/osrelease': `${release}\n` });
const modules = { '/proc/modules': 'overlay 200704 0 - Live 0x0\n' };
const machine = { '/proc/2/comm': 'kthreadd\n' };

test('a kernel whose modules are there', () => {
  const files = {
    ...running('6.1.0-9-amd64'),
    '/lib/modules/6.1.0-9-amd64/modules.dep': '',
    '/lib/modules/6.1.0-10-amd64/x': '',
  };
  expect(factsOf(ask, { files })).toEqual({
    release: '6.1.0-9-amd64',
    major: 6,
    minor: 1,
    'modules-dir': true,
    newest: '6.1.0-10-amd64',
    wsl: false,
  });
});

test('one that was upgraded', () => {
  const files = { ...running('6.1.0-9-amd64'), ...modules, ...machine, '/lib/modules/6.1.0-10-amd64/x': '' };
  expect(factsOf(ask, { files })).toMatchObject({ 'modules-dir': false, newest: '6.1.0-10-amd64' });
});

test('where modules need not be there, their absence is not told', () => {
  const other = { '/lib/modules/6.1.0-10-amd64/x': '' };
  const absent = (files: Record<string, string>) =>
    expect(factsOf(ask, { files: { ...other, ...files } })).not.toHaveProperty('modules-dir');
  absent({ ...running('6.1.0-9-amd64'), ...machine });
  absent({ ...running('6.1.0-9-amd64'), ...machine, '/proc/modules': '' });
  absent({ ...running('6.1.0-9-amd64'), ...modules, '/run/systemd/container': 'lxc\n' });
  absent({ ...running('6.1.0-9-amd64'), ...modules });
  absent({ ...running('5.15.90.1-microsoft-standard-WSL2'), ...modules });
});

test('WSL, no modules, no kernel', () => {
  expect(factsOf(ask, { files: running('5.15.90.1-microsoft-standard-WSL2') })).toMatchObject({
    wsl: true,
    newest: '',
  });
  expect(answerOf(ask, {})).toEqual({ known: false, why: 'absent' });
  expect(answerOf(ask, { files: running('../../etc') })).toEqual({ known: false, why: 'absent' });
});
