import { expect, test } from 'vitest';
import type { Asked } from '../../src/hosts/once.ts';
import { recordingOf } from '../../src/hosts/record.ts';
import { recordedHost } from '../../src/hosts/recorded.ts';
import { parseRecording } from '../../src/hosts/recording.ts';
import { redact } from '../../src/report/redact.ts';

const secret = 'hunter2';

const replies: readonly Asked[] = [
  {
    request: { read: 'text', path: '/root/.docker/config.json' },
    reply: {
      known: true,
      exists: true,
      text: JSON.stringify({ auths: { r: { auth: `dXNl${secret}`, identitytoken: secret } } }, undefined, 2),
    },
  },
  {
    request: {
      read: 'output',
      argv: ['dockerd', '--validate', '--registry-token', secret, '--config-file=/etc/x.json'],
    },
    reply: {
      known: true,
      code: 1,
      stdout: `Authorization: Bearer ${secret}.abcdef`,
      stderr: `http://u:${secret}@proxy:1`,
    },
  },
  { request: { read: 'variable', name: 'DB_PASSWORD' }, reply: { known: true, value: secret } },
  { request: { read: 'variable', name: 'DOCKER_HOST' }, reply: { known: true, value: 'tcp://10.0.0.1:2375' } },
  { request: { read: 'variable', name: 'NONE' }, reply: { known: true } },
  { request: { read: 'names', path: '/etc' }, reply: { known: true, exists: true, names: ['passwd'] } },
  { request: { read: 'stat', path: '/x', link: true }, reply: { known: true, exists: false } },
  { request: { read: 'caller' }, reply: { known: false, why: 'denied' } },
  {
    request: { read: 'text', path: '/etc/systemd/system/docker.service.d/proxy.conf' },
    reply: {
      known: true,
      exists: true,
      text: `[Service]\nEnvironment="AWS_SECRET_ACCESS_KEY=${secret}abc" "AWS_ACCESS_KEY_ID=AKIAABCDEFGHIJKLMNOP"\n`,
    },
  },
];

const recording = recordingOf({
  now: 0,
  by: '1.0.0',
  host: 'web1',
  scene: { now: 0, unit: 'docker.service' },
  logs: [{ name: 'journal', text: `msg="pull http://me:${secret}@registry/v2 denied"` }],
  replies,
  redact,
});

test('no secret is in it, and what tells the cause is', () => {
  const text = JSON.stringify(recording);
  expect(text).not.toContain(secret);
  expect(text).not.toContain('AKIAABCDEFGHIJKLMNOP');
  expect(text).toContain('tcp://10.0.0.1:2375');
  expect(text).toContain('@registry/v2 denied');
});

test('files in it that were JSON are JSON still', () => {
  const reply = recording.replies[0]?.reply;
  expect(reply).toMatchObject({ exists: true });
  const { text } = reply as { text: string };
  expect(JSON.parse(text)).toEqual({ auths: { r: { auth: '[redacted]', identitytoken: '[redacted]' } } });
});

test('it replays from its own text', async () => {
  const host = recordedHost(parseRecording(JSON.stringify(recording), 'x.json'));
  expect(host).toMatchObject({ kind: 'recorded', name: 'web1 (recorded)' });
  expect(await host.reply({ read: 'names', path: '/etc' })).toEqual({ known: true, exists: true, names: ['passwd'] });
  expect(await host.reply({ link: true, path: '/x', read: 'stat' })).toEqual({ known: true, exists: false });
  expect(await host.reply({ read: 'caller' })).toEqual({ known: false, why: 'denied' });
  expect(await host.reply({ read: 'variable', name: 'DB_PASSWORD' })).toEqual({ known: true, value: '[redacted]' });
  expect(await host.reply({ read: 'stat', path: '/never-asked' })).toEqual({ known: false, why: 'not-asked' });
});
