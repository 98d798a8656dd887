import { expect, test } from 'vitest';
import { answerOf, type FakeHost, factsOf } from '../fake-host.ts';

const ask = { ask: 'endpoint' };
const caller = { uid: 1000, name: 'anna', groups: [1000] };
const passwd = { '/etc/passwd': 'anna:x:1000:1000::/home/anna:/bin/sh\n' };
const meta = `/home/anna/.docker/contexts/meta/${'ab'.repeat(32)}/meta.json`;
const context = JSON.stringify({ Name: 'mine', Endpoints: { docker: { Host: 'unix:///run/user/1000/docker.sock' } } });
const host = (files: Record<string, string>, more: Partial<FakeHost> = {}): FakeHost => ({
  caller,
  files: { ...passwd, ...files },
  ...more,
});

test('the usual socket', () => {
  expect(factsOf(ask, host({ '/var/run/docker.sock': '' }))).toEqual({
    host: 'unix:///var/run/docker.sock',
    from: 'default',
    context: 'default',
    exists: true,
    tls: false,
  });
});

test('DOCKER_HOST comes before any context', () => {
  const variables = { DOCKER_HOST: 'tcp://build:2376', DOCKER_TLS_VERIFY: '1', DOCKER_CONTEXT: 'mine' };
  expect(factsOf(ask, host({ [meta]: context }, { variables }))).toEqual({
    host: 'tcp://build:2376',
    from: 'DOCKER_HOST',
    context: 'default',
    tls: true,
  });
});

test('a context of config.json or DOCKER_CONTEXT, whose socket is not there', () => {
  const chosen = { '/home/anna/.docker/config.json': '{"currentContext":"mine"}', [meta]: context };
  const facts = { host: 'unix:///run/user/1000/docker.sock', from: 'context', context: 'mine', exists: false };
  expect(factsOf(ask, host(chosen))).toEqual(facts);
  expect(factsOf(ask, host({ [meta]: context }, { variables: { DOCKER_CONTEXT: 'mine' } }))).toEqual(facts);
});

test('a context that is not there leads nowhere', () => {
  const files = { '/home/anna/.docker/config.json': '{"currentContext":"gone"}', [meta]: '{"Name":' };
  expect(factsOf(ask, host(files))).toEqual({ from: 'context', context: 'gone', exists: false });
});

test('what may not be read is not known', () => {
  const config = '/home/anna/.docker/config.json';
  expect(answerOf(ask, host({ [config]: '' }, { unknown: { [config]: 'denied' } }))).toEqual({
    known: false,
    why: 'denied',
  });
  expect(answerOf(ask, { unknown: { variable: 'not-asked' } })).toEqual({ known: false, why: 'absent' });
});
