import { expect, test } from 'vitest';
import type { Scene } from '../../../src/core/ask/scene.ts';
import { fitsCapture, placeholders } from '../../../src/core/rules/captures.ts';
import type { Action, CaptureType, Fix, Plan, Rule, Step } from '../../../src/core/types.ts';
import { isDoable, isForPersons, planOf } from '../../../src/guide/plan/index.ts';
import { previewOf } from '../../../src/guide/preview.ts';
import { scriptOf } from '../../../src/guide/script.ts';
import { converse, type FakeHost } from '../../core/fake-host.ts';
import { allRules } from '../../diagnose-text.ts';

const stamp = '20261124-120000-abcd';

const values: Readonly<Record<CaptureType, string>> = {
  user: 'dockremap',
  group: 'docker',
  path: '/srv/some place/x',
  number: '42',
  ip: '10.0.0.1',
  unit: 'docker.service',
  id: 'deadbeef',
  option: 'userland-proxy',
  word: 'overlay2',
};

const madeUp = ({ symptoms }: Rule): Readonly<Record<string, string>> =>
  Object.fromEntries(
    symptoms.flatMap(({ captures = {} }) => Object.entries(captures).map(([name, type]) => [name, values[type]])),
  );

const hosts: Readonly<Record<string, FakeHost>> = {
  empty: {},
  usual: {
    files: {
      '/etc/docker/daemon.json': '{\n  "debug": true\n}\n',
      '/etc/subuid': 'alice:100000:65536\n',
      '/etc/subgid': 'alice:100000:65536\n',
      '/etc/group': 'docker:x:999:\n',
    },
  },
  broken: { files: { '/etc/docker/daemon.json': '{ // no\n' }, unknown: { '/etc/subuid': 'denied' } },
};

const scenes: readonly Scene[] = [
  { now: 0 },
  { now: 0, rootless: { home: '/home/alice', runtime: '/run/user/1000' } },
  { now: 0, unit: 'snap.docker.dockerd.service' },
];

const planFor = (
  fix: Fix,
  captures: Readonly<Record<string, string>>,
  host: FakeHost = {},
  scene: Scene = { now: 0 },
  distro: readonly string[] = ['debian'],
): Plan => {
  const system = { distro, rootless: scene.rootless !== undefined };
  return converse(planOf({ cause: 'config/invalid-value', fix, captures, scene, system, stamp }), host);
};

const fixOf = (...steps: readonly Step[]): Fix => ({ title: 'A fix', risk: 'restarts', steps });

const textsOf = (action: Action): readonly string[] => {
  if (action.do === 'edit') return [action.path, action.after];
  if (action.do === 'aside') return [action.path, action.to];
  return action.do === 'run' ? [...action.argv, ...(action.undo ?? [])] : [action.text];
};

test('every fix of every rule becomes a plan, on every host, with what the log names and without', () => {
  let doable = 0;
  for (const rule of allRules)
    for (const fix of rule.fixes)
      for (const captures of [madeUp(rule), {}])
        for (const host of Object.values(hosts))
          for (const scene of scenes)
            for (const distro of [['debian'], ['alpine'], ['none']]) {
              const plan = planFor(fix, captures, host, scene, distro);
              const open = plan.actions.flatMap(textsOf).flatMap(placeholders);
              expect([rule.id, fix.title, open]).toEqual([rule.id, fix.title, []]);
              for (const action of plan.actions)
                if (action.do === 'edit' || action.do === 'aside') expect(action.path).toMatch(/^\//);
              previewOf(plan);
              scriptOf(plan);
              if (isDoable(plan) && !isForPersons(plan)) doable += 1;
            }
  expect(doable).toBeGreaterThan(500);
});

test('the values that were made up fit their types', () => {
  for (const [type, value] of Object.entries(values)) expect(fitsCapture(type as CaptureType, value)).toBe(true);
});

test('what may cost data or safety is never for docker-why to do', () => {
  for (const { fixes } of allRules)
    for (const fix of fixes) {
      const plan = planFor(fix, {});
      expect(isForPersons(plan)).toBe(fix.risk === 'data' || fix.risk === 'security');
    }
});

test('what a person must do before a change makes it none for docker-why; afterwards it does not', () => {
  const say: Step = { say: 'Do this.' };
  const change: Step = { run: ['modprobe', 'overlay'] };
  expect(isDoable(planFor(fixOf(change), {}))).toBe(true);
  expect(isDoable(planFor(fixOf(change, say), {}))).toBe(true);
  expect(isDoable(planFor(fixOf(say, change), {}))).toBe(false);
  expect(isDoable(planFor(fixOf(change, { run: ['reboot'] }, change), {}))).toBe(false);
  expect(isDoable(planFor(fixOf(say), {}))).toBe(false);
  expect(isDoable(planFor(fixOf({ line: '/etc/subuid', add: '{user}:1:2' }), {}))).toBe(false);
});

test('what is not known is a problem, and no half of a plan', () => {
  const plan = planFor(fixOf({ run: ['modprobe', 'a'] }, { line: '/etc/subuid', add: '{user}:1:2' }), {});
  expect(plan).toMatchObject({ actions: [], problems: ['it is not known which user is meant'] });
});

test('what is so already is left out', () => {
  const host: FakeHost = {
    files: {
      '/etc/docker/daemon.json': '{"debug": true}',
      '/etc/group': 'docker:x:999:bob,alice\n',
      '/etc/sysctl.d/x.conf': 'net.ipv4.ip_forward = 1\n',
      '/proc/sys/net/ipv4/ip_forward': '1\n',
      '/etc/systemd/system/docker.service.d/x.conf': '[Service]\n',
    },
    programs: { 'systemctl show --property=UnitFileState --value -- docker.service': 'enabled\n' },
  };
  const fix = fixOf(
    { json: '/etc/docker/daemon.json', set: { debug: true }, remove: ['dns'] },
    { member: 'alice', group: 'docker' },
    { sysctl: 'net.ipv4.ip_forward', value: 1, file: '/etc/sysctl.d/x.conf' },
    { dropin: 'docker.service', name: 'x.conf', text: '[Service]\n' },
    { systemctl: ['enable', 'docker.service'] },
    { aside: '/var/run/docker.pid' },
  );
  expect(planFor(fix, {}, host).actions.filter((action) => action.do !== 'tell')).toEqual([]);
});

test('a unit that was not enabled is disabled again; one that was stays enabled', () => {
  const enabled = { programs: { 'systemctl show --property=UnitFileState --value -- docker.service': 'enabled\n' } };
  const fix = fixOf({ systemctl: ['enable', '--now', 'docker.service'] });
  const argv = ['systemctl', 'enable', '--now', 'docker.service'];
  expect(planFor(fix, {}).actions).toEqual([
    { do: 'run', argv, undo: ['systemctl', 'disable', '--now', 'docker.service'] },
  ]);
  expect(planFor(fix, {}, enabled).actions).toEqual([{ do: 'run', argv }]);
});

test('two steps that change one file are one edit; a file moved aside is a new one afterwards', () => {
  const host = { files: { '/etc/docker/daemon.json': '{"a":1}' } };
  const json = '/etc/docker/daemon.json';
  const twice = planFor(fixOf({ json, set: { b: 2 } }, { json, remove: ['a'] }), {}, host);
  expect(twice.actions).toEqual([{ do: 'edit', path: json, before: '{"a":1}', after: '{"b":2}' }]);
  const anew = planFor(fixOf({ aside: json }, { json, set: { b: 2 } }), {}, host);
  expect(anew.actions).toEqual([
    { do: 'aside', path: json, to: `${json}.docker-why-${stamp}` },
    { do: 'edit', path: json, after: '{\n  "b": 2\n}\n' },
  ]);
});

test('hostile names do not fit their type', () => {
  for (const name of ['$(reboot)', 'a;b', 'a\nb', '../x', '/a/../b', '\u001b[2J', 'a b', '`id`', '{user}', "'", '-rf'])
    for (const type of ['user', 'group', 'ip', 'unit', 'id', 'number'] as const)
      expect([name, type, fitsCapture(type, name)]).toEqual([name, type, false]);
  for (const path of ['/a/../b', '/$(id)', '/a;b', '/a\nb', '/\u001b[2J', '..', '/a/..', '/`id`', '/{user}', "/'"])
    expect([path, fitsCapture('path', path)]).toEqual([path, false]);
});
