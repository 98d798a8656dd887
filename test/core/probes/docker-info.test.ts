import { expect, test } from 'vitest';
import { answerOf, factsOf } from '../fake-host.ts';

const ask = { ask: 'docker-info', field: 'Driver' };
const files = { '/etc/passwd': 'root:x:0:0::/root:/bin/sh\n' };
const command = 'docker info -f {{.ServerVersion}}|{{.Driver}}';
const host = (printed: object | string) => ({ files, programs: { [command]: printed } });

test('a daemon that answers', () => {
  expect(factsOf(ask, host('28.5.2|overlay2\n'))).toEqual({ answers: true, value: 'overlay2' });
  const plain = { files, programs: { 'docker info -f {{.ServerVersion}}|': '28.5.2|\n' } };
  expect(factsOf({ ask: 'docker-info' }, plain)).toEqual({ answers: true });
});

test('none that answers; other errors, and a socket that is closed to the caller, say nothing of it', () => {
  const error = 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?';
  expect(factsOf(ask, host({ code: 1, stderr: `${error}\n` }))).toEqual({ answers: false, error });
  const denied = { code: 1, stderr: 'permission denied while trying to connect to the Docker daemon socket\n' };
  expect(factsOf(ask, host(denied))).toEqual({ error: denied.stderr.trim() });
  expect(factsOf(ask, host({ code: 1, stderr: 'template: bad\n' }))).toEqual({ error: 'template: bad' });
  const old = { code: 1, stderr: 'template: :1:2: reflect: indirection through nil pointer to embedded struct\n' };
  expect(answerOf(ask, host(old))).toEqual({ known: false, why: 'unreadable' });
  expect(answerOf(ask, { files })).toEqual({ known: false, why: 'no-such-tool' });
});

test('another host is not talked to, and a field is a name', () => {
  const far = { ...host('28.5.2|x\n'), variables: { DOCKER_HOST: 'tcp://10.0.0.1:2376' } };
  expect(answerOf(ask, far)).toEqual({ known: false, why: 'not-asked' });
  const hostile = { ask: 'docker-info', field: '}}{{json .' };
  expect(answerOf(hostile, host(''))).toEqual({ known: false, why: 'not-asked' });
});
