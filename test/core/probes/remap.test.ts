import { expect, test } from 'vitest';
import { answerOf, type FakeHost, factsOf } from '../fake-host.ts';

const passwd = 'root:x:0:0:root:/root:/bin/bash\nanna:x:1000:1000::/home/anna:/bin/bash\n';
const group = 'root:x:0:\nanna:x:1000:\n';

const host = (config: string, files: Readonly<Record<string, string>> = {}): FakeHost => ({
  files: {
    '/etc/docker/daemon.json': config,
    '/etc/passwd': passwd,
    '/etc/group': group,
    '/lib/systemd/system/docker.service': '[Service]\nExecStart=/usr/sbin/dockerd -H fd://\n',
    ...files,
  },
});

test('an id of no user, as in the tutorial', () => {
  const facts = factsOf({ ask: 'remap' }, host('{"userns-remap": "1001:1001"}'));
  expect(facts).toMatchObject({ set: true, value: '1001:1001', 'user-exists': false, 'group-exists': false });
});

test('a user without ranges: the file is there or not', () => {
  const files = { '/etc/subuid': 'bert:100000:65536\n' };
  const facts = factsOf({ ask: 'remap' }, host('{"userns-remap": "1000:1000"}', files));
  expect(facts).toMatchObject({
    'user-exists': true,
    'uid-ids': 0,
    'gid-ids': 0,
    'subuid-exists': true,
    'subgid-exists': false,
  });
});

test('of ranges by number and by name those by number count, as dockerd looks for them first', () => {
  const files = { '/etc/subuid': 'anna:100000:65536\n1000:300000:10\n', '/etc/subgid': '1000:100000:65536\n' };
  const facts = factsOf({ ask: 'remap' }, host('{"userns-remap": "anna"}', files));
  expect(facts).toMatchObject({ user: 'anna', group: 'anna', 'uid-ids': 10, 'gid-ids': 65_536 });
});

test('a flag of the unit counts as the file does', () => {
  const unit = '[Service]\nExecStart=/usr/bin/dockerd --userns-remap=default\n';
  const facts = factsOf({ ask: 'remap' }, host('{}', { '/lib/systemd/system/docker.service': unit }));
  expect(facts).toMatchObject({ set: true, value: 'default', user: 'dockremap' });
});

test('not set is known; a file that may not be read is not', () => {
  expect(factsOf({ ask: 'remap' }, host('{}'))).toEqual({ set: false });
  const denied = { ...host('{}'), unknown: { '/etc/docker/daemon.json': 'denied' } } as const;
  expect(answerOf({ ask: 'remap' }, denied)).toEqual({ known: false, why: 'denied' });
});

test('an empty file is there', () => {
  const facts = factsOf({ ask: 'remap' }, host('{"userns-remap": "anna"}', { '/etc/subuid': '', '/etc/subgid': '' }));
  expect(facts).toMatchObject({ 'subuid-exists': true, 'uid-ids': 0 });
});
