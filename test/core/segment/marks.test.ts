import { expect, test } from 'vitest';
import { isDockerUnit, markOf } from '../../../src/core/segment/marks.ts';
import { entryWith } from '../make.ts';

const cases = {
  'Starting docker.service - Docker Application Container Engine...': 'starting',
  'Starting Docker Application Container Engine...': 'starting',
  'Starting docker.socket - Docker Socket for the API...': undefined,
  'Starting nginx.service - A web server...': undefined,
  'Started docker.service - Docker Application Container Engine.': 'started',
  'Started Service for snap application docker.dockerd.': 'started',
  'Failed to start docker.service - Docker Application Container Engine.': 'start-failed',
  'Failed to start docker.service: Unit docker.service is masked.': undefined,
  'Failed to start docker.socket - Docker Socket for the API.': undefined,
  'Stopping Docker Application Container Engine...': 'stopped',
  'Stopped docker.service - Docker Application Container Engine.': 'stopped',
  'Dependency failed for docker.service - Docker Application Container Engine.': 'dependency',
  'docker.service: Main process exited, code=exited, status=1/FAILURE': 'exited',
  'docker.service: main process exited, code=exited, status=1/FAILURE': 'exited',
  'containerd.service: Main process exited, code=exited, status=1/FAILURE': undefined,
  "docker.service: Failed with result 'exit-code'.": 'result',
  "docker.service: Failed with result 'dependency'.": 'dependency',
  'Unit docker.service entered failed state.': 'result',
  'docker.service failed.': 'result',
  'docker.service: Scheduled restart job, restart counter is at 3.': 'restarting',
  'docker.service holdoff time over, scheduling restart.': 'restarting',
  'docker.service: Start request repeated too quickly.': 'too-often',
  'docker.service: start operation timed out. Terminating.': 'exited',
  'docker.service: Start-pre operation timed out. Terminating.': 'exited',
  'Job for docker.service failed because the control process exited with error code.': 'job-failed',
  'Job for nginx.service failed because the control process exited with error code.': undefined,
  'invoke-rc.d: initscript docker, action "start" failed.': 'job-failed',
  'Suppressed 12 messages from docker.service': 'lost',
  'Nothing of this kind': undefined,
} as const;

for (const [text, kind] of Object.entries(cases)) {
  test(`${text} ${kind ?? 'nothing'}`, () => expect(markOf(entryWith({ speaker: 'systemd', text }))?.kind).toBe(kind));
}

const systemd = (text: string) => markOf(entryWith({ speaker: 'systemd', text, unit: 'docker.service' }));

for (const [text, about] of [
  ['docker.service: Main process exited, code=killed, status=9/KILL', { status: 'code=killed, status=9/KILL' }],
  ['docker.service: Main process exited, code=dumped', { status: 'code=dumped, status=?' }],
  ["docker.service: Failed with result 'oom-kill'.", { reason: 'oom-kill' }],
  ['docker.service: Scheduled restart job, restart counter is at 3.', { counter: 3 }],
  ['Active: active (running) since Mon 2026-11-23 08:24:56 CET; 2min ago', { since: 'Mon 2026-11-23 08:24:56 CET' }],
  ['Active: failed (Result: exit-code) since Mon', { kind: 'inactive' }],
  ['Active: activating (auto-restart) (Result: exit-code) since Mon', { kind: 'inactive' }],
  ['Active: inactive (dead)', { kind: 'inactive' }],
] as const) {
  test(`${text}: the details`, () => expect(systemd(text)).toMatchObject(about));
}

// the lazy part before the group that may be left out takes in nothing: src/core/segment/marks.ts, `Active:` readings
for (const state of ['failed', 'activating (auto-restart)']) {
  test(`Active: ${state}: the result`, () => {
    expect(systemd(`Active: ${state} (Result: exit-code) since Mon`)?.reason).toBe('exit-code');
  });
}

for (const [speaker, text, kind] of [
  ['daemon', 'Starting up', 'launch'],
  ['rootless', 'API listen on /run/user/1000/docker.sock', 'up'],
  ['unknown', 'Daemon has completed initialization', 'up'],
  ['client', 'Starting up', undefined],
  ['kernel', 'Starting up', undefined],
  ['daemon', 'docker.service: Main process exited, code=exited, status=1/FAILURE', undefined],
  ['container', 'docker.service: Main process exited, code=exited, status=1/FAILURE', undefined],
  ['unknown', 'docker.service: Main process exited, code=exited, status=1/FAILURE', 'exited'],
  ['client', 'Job for docker.service failed because a timeout was exceeded.', 'job-failed'],
  ['other', '-- No entries --', 'no-entries'],
  ['other', 'Hint: You are currently not seeing messages from other users and the system.', 'no-rights'],
  ['other', 'Starting up', undefined],
] as const) {
  test(`${speaker} says "${text}": ${kind}`, () => expect(markOf(entryWith({ speaker, text }))?.kind).toBe(kind));
}

for (const [name, is] of [
  ['docker.service', true],
  ['snap.docker.dockerd.service', true],
  ['balena-engine.service', true],
  ['docker.socket', false],
  ['containerd.service', false],
  ['docker-prune.service', false],
] as const) {
  test(`${name} is ${is ? '' : 'not '}the daemon's unit`, () => expect(isDockerUnit(name)).toBe(is));
}
