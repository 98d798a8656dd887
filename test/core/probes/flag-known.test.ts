import { expect, test } from 'vitest';
import { answerOf, type FakeHost, factsOf } from '../fake-host.ts';

const flag = (name: string) => ({ ask: 'flag-known', name }) as const;
const help =
  'Options:\n  -D, --debug     Debug\n  -H, --host list   Sockets\n  -p, --pidfile string   File\n      --mtu int\n';
const host = (flags: string, programs: FakeHost['programs'] = { 'dockerd --help': help }): FakeHost => ({
  programs: programs ?? {},
  files: { '/lib/systemd/system/docker.service': `[Service]\nExecStart=/usr/bin/dockerd ${flags}\n` },
});

test('a flag that this dockerd does not have, in the unit and no longer there', () => {
  expect(factsOf(flag('--log-format'), host('-H fd:// --log-format=json'))).toEqual({ known: false, used: true });
  expect(factsOf(flag('--log-format'), host('-H fd://'))).toEqual({ known: false, used: false });
});

test('one that it has, by its name or its letter', () => {
  expect(factsOf(flag('--mtu'), host('--mtu 1400'))).toEqual({ known: true, used: true });
  expect(factsOf(flag('-D'), host(''))).toMatchObject({ known: true });
  expect(factsOf(flag('-d'), host('-d'))).toEqual({ known: false, used: true });
});

test('a flag that help hides may be known', () => {
  expect(factsOf(flag('--graph'), host('--graph /srv'))).toEqual({ used: true });
});

test('what is before or behind an unknown flag is seen all the same', () => {
  expect(factsOf(flag('--new'), host('--other --new --mtu 1'))).toMatchObject({ used: true });
});

test('no dockerd to ask, or something else of that name', () => {
  expect(factsOf(flag('--log-format'), host('', {}))).toEqual({ used: false });
  expect(factsOf(flag('--log-format'), host('', { 'dockerd --help': 'usage: dockerd\n  --log-format' }))).toEqual({
    used: false,
  });
  expect(answerOf(flag('--log-format'), {})).toEqual({ known: false, why: 'no-such-tool' });
  expect(answerOf(flag('$(reboot)'), host(''))).toEqual({ known: false, why: 'not-asked' });
});

test('a command line that is not wholly known may hold it', () => {
  const files = {
    '/lib/systemd/system/docker.service':
      '[Service]\nEnvironmentFile=/etc/default/docker\nExecStart=/usr/bin/dockerd $OPTS\n',
  };
  const closed: FakeHost = {
    files,
    programs: { 'dockerd --help': help },
    unknown: { '/etc/default/docker': 'denied' },
  };
  expect(factsOf(flag('--log-format'), closed)).toEqual({ known: false });
});
