import { expect, test } from 'vitest';
import { answerOf, type FakeHost, factsOf } from '../fake-host.ts';

const ask = { ask: 'dependency', name: 'docker.service' };

const live = (requires: string, blocks: string): FakeHost => ({
  programs: {
    'systemctl show --no-pager -- docker.service': `LoadState=loaded\nRequires=${requires}\nBindsTo=containerd.service\n`,
    [`systemctl show --no-pager --property=Id,LoadState,ActiveState -- ${requires} containerd.service`]: blocks,
  },
});
const block = (name: string, load: string, active: string) => `Id=${name}\nLoadState=${load}\nActiveState=${active}\n`;

test('all is well', () => {
  const host = live(
    'docker.socket',
    [block('docker.socket', 'loaded', 'active'), block('containerd.service', 'loaded', 'active')].join('\n'),
  );
  expect(factsOf(ask, host)).toEqual({ failed: 0, unmounted: 0, masked: 0, missing: 0 });
});

test('what failed, with units that are not of Docker first', () => {
  const blocks = [
    block('docker.socket', 'loaded', 'failed'),
    block('flannel.service', 'loaded', 'failed'),
    block('nfs.mount', 'not-found', 'inactive'),
    block('data.mount', 'loaded', 'inactive'),
    block('containerd.service', 'masked', 'inactive'),
  ].join('\n');
  expect(factsOf(ask, live('docker.socket flannel.service nfs.mount data.mount', blocks))).toEqual({
    failed: 2,
    'first-failed': 'flannel.service',
    unmounted: 1,
    'first-unmounted': 'data.mount',
    masked: 1,
    'first-masked': 'containerd.service',
    missing: 1,
    'first-missing': 'nfs.mount',
  });
});

test('files tell what is masked or missing, and nothing of failures', () => {
  const host: FakeHost = {
    files: {
      '/lib/systemd/system/docker.service':
        '[Unit]\nRequires=docker.socket net.service x.mount -.mount\n[Service]\nExecStart=/usr/bin/dockerd\n',
      '/etc/systemd/system/docker.socket': '',
    },
    links: ['/etc/systemd/system/docker.socket'],
  };
  expect(factsOf(ask, host)).toEqual({
    masked: 1,
    'first-masked': 'docker.socket',
    missing: 1,
    'first-missing': 'net.service',
  });
});

test('of a unit that is not there, or that systemd does not speak of, nothing is known', () => {
  expect(answerOf(ask, {})).toEqual({ known: false, why: 'absent' });
  const silent = live('a.service', '');
  const programs = { 'systemctl show --no-pager -- docker.service': 'LoadState=loaded\nRequires=b.service\n' };
  expect(answerOf(ask, { ...silent, programs })).toEqual({ known: false, why: 'unreadable' });
});

test('a name that is no unit never reaches the command line', () => {
  const programs = {
    'systemctl show --no-pager -- docker.service': 'LoadState=loaded\nRequires=--root=/x a.service\n',
    'systemctl show --no-pager --property=Id,LoadState,ActiveState -- a.service': block(
      'a.service',
      'loaded',
      'active',
    ),
  };
  expect(factsOf(ask, { programs })).toEqual({ failed: 0, unmounted: 0, masked: 0, missing: 0 });
});
