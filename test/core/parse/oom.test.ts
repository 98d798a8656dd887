import { expect, test } from 'vitest';
import { killsOf } from '../../../src/core/parse/oom.ts';

const id = '4f3c2b1a0d9e8f7a6b5c';
const killed = (pid: number, name: string) => `Out of memory: Killed process ${pid} (${name}) total-vm:1kB`;

test("Docker's programs, whatever their cgroup", () => {
  expect(killsOf([killed(1, 'dockerd'), killed(2, 'containerd-shim'), killed(3, 'runc:[2:INIT]')])).toEqual([
    { victim: 'dockerd', pid: 1, docker: true },
    { victim: 'containerd-shim', pid: 2, docker: true },
    { victim: 'runc:[2:INIT]', pid: 3, docker: true },
  ]);
  expect(killsOf([killed(1, 'mydockerd'), killed(2, 'java')]).some(({ docker }) => docker)).toBe(false);
});

test('processes in containers, by the line before', () => {
  const docker = (group: string) =>
    killsOf([`oom-kill:constraint=CONSTRAINT_MEMCG,task_memcg=${group},task=java,pid=1,uid=0`, killed(1, 'java')])[0]
      ?.docker;
  expect(docker(`/docker/${id}`)).toBe(true);
  expect(docker(`/system.slice/docker-${id}.scope`)).toBe(true);
  expect(docker('/system.slice/docker.service')).toBe(true);
  expect(docker('/user.slice/user-1000.slice')).toBe(false);
  const old = [
    `Task in /docker/${id} killed as a result of limit of /docker/${id}`,
    'Memory cgroup out of memory: Kill process 7 (java) score 1',
  ];
  expect(killsOf(old)).toEqual([{ victim: 'java', pid: 7, docker: true }]);
});

test('a cgroup counts for one kill, and hostile lines for none', () => {
  expect(killsOf([`Task in /docker/${id} killed`, killed(1, 'java'), killed(2, 'sh')])[1]?.docker).toBe(false);
  expect(killsOf([`out of memory: Killed process 1 (${'x'.repeat(100_000)}`])).toEqual([]);
});
