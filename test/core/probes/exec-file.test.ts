import { expect, test } from 'vitest';
import { answerOf, type FakeHost, factsOf } from '../fake-host.ts';

const ask = { ask: 'exec-file', name: 'docker.service' };
const unit = { '/lib/systemd/system/docker.service': '[Service]\nExecStart=/opt/dockerd -H fd://\n' };
const mounts = (options: string) => ({ '/proc/self/mountinfo': `30 1 8:1 / / ${options} - ext4 /dev/sda1 rw\n` });

const host = (stat?: FakeHost['stats'], options = 'rw'): FakeHost => ({
  files: { ...unit, ...mounts(options), ...(stat !== undefined && { '/opt/dockerd': 'ELF' }) },
  ...(stat !== undefined && { stats: stat }),
});

test('the program is there, or not', () => {
  expect(factsOf(ask, host({ '/opt/dockerd': { mode: '0755' } }))).toEqual({
    path: '/opt/dockerd',
    exists: true,
    type: 'file',
    executable: true,
    'noexec-mount': false,
  });
  expect(factsOf(ask, host())).toEqual({ path: '/opt/dockerd', exists: false });
});

test('without the right to be run, empty, or on a mount that runs nothing', () => {
  expect(factsOf(ask, host({ '/opt/dockerd': { mode: '0644' } }))).toMatchObject({ executable: false });
  expect(factsOf(ask, host({ '/opt/dockerd': { mode: '0755', size: 0 } }))).toMatchObject({ executable: false });
  expect(factsOf(ask, host({ '/opt/dockerd': { mode: '0755' } }, 'rw,noexec'))).toMatchObject({ 'noexec-mount': true });
});

test('a bare name is looked for where systemd looks', () => {
  const files = {
    '/lib/systemd/system/docker.service': '[Service]\nExecStart=dockerd\n',
    '/usr/sbin/dockerd': 'ELF',
  };
  const facts = factsOf(ask, { files, stats: { '/usr/sbin/dockerd': { mode: '0755' } } });
  expect(facts).toMatchObject({ path: '/usr/sbin/dockerd', exists: true, executable: true });
});

test('what runs before it counts as well, unless it may fail', () => {
  const shown = (more: string) =>
    `LoadState=loaded\nExecStartPre={ path=/opt/pre ; argv[]=/opt/pre ; ignore_errors=${more} ; start_time=[n/a] }\nExecStart={ path=/opt/dockerd ; argv[]=/opt/dockerd -H fd:// ; ignore_errors=no ; start_time=[n/a] }\n`;
  const facts = (more: string) => {
    const programs = { 'systemctl show --no-pager -- docker.service': shown(more) };
    return factsOf(ask, { ...host({ '/opt/dockerd': { mode: '0755' } }), programs });
  };
  expect(facts('no')).toEqual({ path: '/opt/pre', exists: false });
  expect(facts('yes')).toMatchObject({ path: '/opt/dockerd', executable: true });
  const files = {
    '/lib/systemd/system/docker.service': '[Service]\nExecStartPre=-/opt/pre\nExecStart=@/opt/dockerd x\n',
  };
  expect(factsOf(ask, { files })).toEqual({ path: '/opt/dockerd', exists: false });
});

test('nothing is known without a unit, or where the program may not be seen', () => {
  expect(answerOf(ask, {})).toEqual({ known: false, why: 'absent' });
  expect(answerOf(ask, { ...host(), unknown: { '/opt/dockerd': 'denied' } })).toEqual({ known: false, why: 'denied' });
});
