import { expect, test } from 'vitest';
import type { Action, Step } from '../../../src/core/types.ts';
import { planOf } from '../../../src/guide/plan/index.ts';
import { accountFiles } from '../../../src/guide/plan/touches.ts';
import { converse, type FakeHost } from '../../core/fake-host.ts';

const stateOf = (states: Readonly<Record<string, string>>): FakeHost => ({
  programs: Object.fromEntries(
    Object.entries(states).map(([unit, state]) => [
      `systemctl show --property=UnitFileState --value -- ${unit}`,
      `${state}\n`,
    ]),
  ),
});

const actionsOf = (host: FakeHost, ...steps: readonly Step[]): readonly Action[] => {
  const fix = { title: 'A fix', risk: 'restarts', steps } as const;
  const system = { distro: ['debian'], rootless: false };
  return converse(
    planOf({ cause: 'systemd/unit-masked', fix, captures: {}, scene: { now: 0 }, system, stamp: 'x' }),
    host,
  ).actions;
};

test('only the units that are masked are unmasked, and masked again by undo, each where it was', () => {
  const unmask: Step = { systemctl: ['unmask', 'docker.service', 'docker.socket', 'containerd.service'] };
  const host = stateOf({
    'docker.service': 'masked',
    'docker.socket': 'enabled',
    'containerd.service': 'masked-runtime',
  });
  expect(actionsOf(host, unmask)).toEqual([
    {
      do: 'run',
      argv: ['systemctl', 'unmask', 'docker.service'],
      undo: ['systemctl', 'mask', 'docker.service'],
    },
    {
      do: 'run',
      argv: ['systemctl', 'unmask', '--runtime', 'containerd.service'],
      undo: ['systemctl', 'mask', '--runtime', 'containerd.service'],
    },
  ]);
  expect(actionsOf(stateOf({}), unmask)).toEqual([]);
});

test('systemctl is the same whether a rule says run or systemctl', () => {
  const host = stateOf({ 'docker.service': 'masked' });
  expect(actionsOf(host, { run: ['systemctl', 'unmask', 'docker.service'] })).toEqual(
    actionsOf(host, { systemctl: ['unmask', 'docker.service'] }),
  );
  expect(actionsOf(host, { run: ['systemctl', 'reboot'] })).toEqual([{ do: 'tell', text: 'systemctl reboot' }]);
  expect(actionsOf(host, { run: ['systemctl', 'cat', 'docker.service'] })).toEqual([]);
});

test('a start is judged by what comes of it', () => {
  expect(actionsOf({}, { systemctl: ['restart', 'docker.service'] })).toEqual([
    { do: 'run', argv: ['systemctl', 'reset-failed', 'docker.service'], judged: true },
    { do: 'run', argv: ['systemctl', 'restart', 'docker.service'], judged: true },
  ]);
});

test('programs that write accounts, dockerd among them, are taken back by their files', () => {
  const [useradd] = actionsOf({}, { run: ['useradd', '--system', 'ranger'] });
  expect(useradd).toMatchObject({ touches: accountFiles });
  const remapped = actionsOf(
    {},
    { json: '/etc/docker/daemon.json', set: { 'userns-remap': 'default' } },
    { systemctl: ['restart', 'docker.service'] },
  );
  expect(remapped.at(-1)).toMatchObject({ argv: ['systemctl', 'restart', 'docker.service'], touches: accountFiles });
});
