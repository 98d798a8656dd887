import { expect, test } from 'vitest';
import type { Step } from '../../src/core/types.ts';
import { stepLines, stepsLines } from '../../src/report/steps.ts';

const shown = (step: Step, captures = {}, distro: readonly string[] = []): readonly string[] =>
  stepLines(step, captures, { distro }).map((line) => ('say' in line ? `(${line.say})` : line.copy));

const cases: readonly (readonly [Step, readonly string[]])[] = [
  [{ say: 'Ask {user} first.' }, ['(Ask alice first.)']],
  [{ run: ['ls', '-l', '/a b'] }, ["sudo ls -l '/a b'"]],
  [{ run: ['docker', 'info'], as: 'user' }, ['docker info']],
  [{ run: ['sudo', 'id'] }, ['sudo id']],
  [
    { json: '/etc/docker/daemon.json', set: { 'userns-remap': '{user}', dns: ['1.1.1.1'] }, remove: ['hosts', 'bip'] },
    [
      '(In /etc/docker/daemon.json set (keep what else is there):)',
      '"userns-remap": "alice",\n"dns": [\n  "1.1.1.1"\n]',
      '(In /etc/docker/daemon.json take out "hosts" and "bip".)',
    ],
  ],
  [{ line: '/etc/subuid', add: '{user}:1:2' }, ['echo alice:1:2 | sudo tee -a /etc/subuid']],
  [{ line: '/etc/subuid', remove: 'x:1:2' }, ['(In /etc/subuid take out this line:)', 'x:1:2']],
  [
    { sysctl: 'user.max_user_namespaces', value: 15000, file: '/etc/sysctl.d/90-userns.conf' },
    [
      'sudo sysctl -w user.max_user_namespaces=15000',
      "echo 'user.max_user_namespaces = 15000' | sudo tee -a /etc/sysctl.d/90-userns.conf",
    ],
  ],
  [
    { dropin: 'docker.service', name: 'proxy.conf', text: "[Service]\nEnvironment='A=b'\n" },
    [
      'sudo mkdir -p /etc/systemd/system/docker.service.d',
      "printf '%s\\n' \\\n  '[Service]' \\\n  'Environment='\\''A=b'\\''' \\\n  | sudo tee /etc/systemd/system/docker.service.d/proxy.conf",
      'sudo systemctl daemon-reload',
    ],
  ],
  [{ systemctl: ['restart', 'docker.service'] }, ['sudo systemctl restart docker.service']],
  [{ systemctl: ['restart', 'docker.service'], user: true }, ['systemctl --user restart docker.service']],
  [
    { member: '{user}', group: 'docker' },
    ['sudo usermod -aG docker alice', '(It counts once alice has logged out and in again.)'],
  ],
  [
    { install: 'uidmap' },
    ['(Install the package uidmap with the package manager of this host (apt-get, dnf, zypper, apk).)'],
  ],
  [{ module: 'overlay' }, ['sudo modprobe overlay', 'echo overlay | sudo tee -a /etc/modules-load.d/overlay.conf']],
  [
    { aside: '/var/lib/docker/network/' },
    [
      'sudo mv -nT /var/lib/docker/network/ /var/lib/docker/network.aside',
      '(Nothing is deleted: it is kept under the new name.)',
    ],
  ],
  [{ write: '/etc/x.conf', text: 'a b\n' }, ["printf '%s\\n' \\\n  'a b' \\\n  | sudo tee /etc/x.conf"]],
];

test.each(cases)('%j', (step, lines) => {
  expect(shown(step, { user: 'alice' })).toEqual(lines);
});

test.each([
  ['debian', 'sudo apt-get install uidmap'],
  ['rhel', 'sudo dnf install uidmap'],
  ['suse', 'sudo zypper install uidmap'],
  ['alpine', 'sudo apk add uidmap'],
  ['arch', 'sudo pacman -S uidmap'],
])('a package on %s', (distro, command) => {
  expect(shown({ install: 'uidmap' }, {}, ['other', distro])).toEqual([command]);
});

test('Alpine has no usermod', () => {
  expect(shown({ member: 'alice', group: 'docker' }, {}, ['alpine'])[0]).toBe('sudo addgroup alice docker');
});

test('what was not captured is a placeholder, quoted so that no shell redirects', () => {
  expect(shown({ run: ['id', '{user}'] })).toEqual(["sudo id '<user>'"]);
});

test('Go templates are no placeholders', () => {
  expect(shown({ run: ['docker', 'info', '-f', '{{.Driver}}'] })).toEqual(["sudo docker info -f '{{.Driver}}'"]);
});

test('a captured value cannot leave its word', () => {
  expect(shown({ run: ['id', '{user}'] }, { user: "a'; rm -rf / #" })).toEqual(["sudo id 'a'\\''; rm -rf / #'"]);
  expect(shown({ line: '/etc/subuid', add: '{user}:1' }, { user: '$(id)' })).toEqual([
    "echo '$(id):1' | sudo tee -a /etc/subuid",
  ]);
});

test('what was said once is not said again', () => {
  const add = { line: '/etc/subuid', add: '{user}:{free-range}:65536' };
  const lines = stepsLines([add, { ...add, line: '/etc/subgid' }], {});
  expect(lines.map((line) => Object.keys(line)[0])).toEqual(['say', 'copy', 'copy']);
});
