import { expect, test } from 'vitest';
import { answerOf, type FakeHost, factsOf } from '../fake-host.ts';

const query = { ask: 'daemon-config' } as const;
const path = '/etc/docker/daemon.json';
const validate = (flags: string) => `dockerd --validate ${flags} --config-file ${path}`;
const host = (config: string, flags = '-H fd://', more: FakeHost = {}): FakeHost => ({
  ...more,
  files: {
    [path]: config,
    '/lib/systemd/system/docker.service': `[Service]\nExecStart=/usr/bin/dockerd ${flags}\n`,
    ...more.files,
  },
});
const failing = (error: string, code = 1) => ({
  programs: {
    [validate('-H fd://')]: { code, stderr: `unable to configure the Docker daemon with file ${path}: ${error}\n` },
  },
});

test('nothing wrong', () => {
  expect(factsOf(query, host('{"debug": true, "log-opts": {"max-size": "1m"}}'))).toEqual({
    exists: true,
    'json-valid': true,
    conflicts: 0,
    'unknown-keys': 0,
  });
  const validated = host('{"bip6": "fd00::1/64"}', undefined, {
    programs: { [validate('-H fd://')]: { stderr: 'configuration OK\n' } },
  });
  expect(factsOf(query, validated)).toEqual({
    exists: true,
    'json-valid': true,
    asked: 'dockerd --validate',
    validated: true,
    conflicts: 0,
    'unknown-keys': 0,
  });
});

test('the classic: hosts in the file and in the unit', () => {
  expect(factsOf(query, host('{"hosts": ["unix:///var/run/docker.sock"]}'))).toMatchObject({
    conflicts: 1,
    'conflict-names': 'hosts',
    'unknown-keys': 0,
  });
  const graph = host('{"data-root": "/srv"}', '--graph=/srv --add-runtime x=/x --mtu 1400');
  expect(factsOf(query, graph)).toMatchObject({ conflicts: 0 });
  expect(factsOf(query, host('{"mtu": 1400, "runtimes": {}}', '--add-runtime x=/x --mtu 1400'))).toMatchObject({
    'conflict-names': 'mtu',
  });
});

test('a key that no dockerd knows, also inside of an object', () => {
  expect(factsOf(query, host('{"colour": 1, "proxies": {"http-proxy": "x", "size": 2}}'))).toMatchObject({
    'unknown-keys': 2,
    'unknown-names': 'colour size',
    conflicts: 0,
  });
});

test('a key that only some know: its help tells, else nobody', () => {
  const config = '{"log-format": "json"}';
  expect(factsOf(query, host(config))).not.toHaveProperty('unknown-keys');
  const help = (lines: string): FakeHost => ({
    programs: { 'dockerd --help': `Options:\n  -H, --host list   Sockets\n  -p, --pidfile string  File\n${lines}` },
  });
  expect(factsOf(query, host(config, '-H fd://', help('      --log-format string  Format\n')))).toMatchObject({
    'unknown-keys': 0,
  });
  expect(factsOf(query, host(config, '-H fd://', help('')))).toMatchObject({ 'unknown-names': 'log-format' });
  // hidden ones may be known
  expect(factsOf(query, host('{"graph": "/srv"}', '-H fd://', help('')))).not.toHaveProperty('unknown-keys');
});

test('what dockerd itself objects to', () => {
  const unknown = "the following directives don't match any configuration option: colour, size";
  expect(factsOf(query, host('{"colour": 1}', '-H fd://', failing(unknown)))).toMatchObject({
    validated: false,
    'unknown-keys': 2,
    'unknown-names': 'colour size',
    error: unknown,
  });
  const twice =
    'the following directives are specified both as a flag and in the configuration file: hosts: (from flag: [fd://], from file: [unix:///x])';
  expect(factsOf(query, host('{"hosts": ["unix:///x"]}', '-H fd://', failing(twice)))).toMatchObject({
    'unknown-keys': 0,
    conflicts: 1,
    'conflict-names': 'hosts',
  });
  const gone = 'the "graph" config file option is deprecated; use "data-root" instead';
  expect(factsOf(query, host('{"graph": "/x"}', '-H fd://', failing(gone)))).toMatchObject({
    'unknown-names': 'graph',
  });
  const value = 'merged configuration validation from file and command line flags failed: invalid logging level: loud';
  expect(factsOf(query, host('{"log-level": "loud"}', '-H fd://', failing(value)))).toMatchObject({
    validated: false,
    error: 'invalid logging level: loud',
    conflicts: 0,
    'unknown-keys': 0,
  });
});

test('a dockerd without --validate, and one that may not look, say nothing', () => {
  const old = {
    programs: { [validate('-H fd://')]: { code: 125, stderr: "unknown flag: --validate\nSee 'dockerd --help'.\n" } },
  };
  expect(factsOf(query, host('{}', '-H fd://', old))).not.toHaveProperty('validated');
  const denied = failing(
    'could not read CA certificate "/etc/docker/ca.pem": open /etc/docker/ca.pem: permission denied',
  );
  expect(factsOf(query, host('{}', '-H fd://', denied))).not.toHaveProperty('validated');
});

test('another dockerd than that of the PATH is not asked', () => {
  const other = host('{}', '', {
    ...failing('x'),
    files: { '/lib/systemd/system/docker.service': '[Service]\nExecStart=/opt/dockerd -H fd://\n' },
  });
  expect(factsOf(query, other)).not.toHaveProperty('validated');
});

test('a file that is no JSON, none, and an unknown one', () => {
  const broken = factsOf(query, host('{"debug": true,}'));
  expect(broken).toMatchObject({ exists: true, 'json-valid': false });
  expect(broken).not.toHaveProperty('conflicts');
  expect(factsOf(query, {})).toEqual({ exists: false });
  expect(answerOf(query, { ...host('{}'), unknown: { [path]: 'denied' } })).toEqual({ known: false, why: 'denied' });
});

test('flags from a file that cannot be read leave conflicts open', () => {
  const files = {
    '/lib/systemd/system/docker.service':
      '[Service]\nEnvironmentFile=-/etc/default/docker\nExecStart=/usr/bin/dockerd -H fd:// $DOCKER_OPTS\n',
  };
  const closed: FakeHost = { files, unknown: { '/etc/default/docker': 'denied' } };
  expect(factsOf(query, host('{"mtu": 1}', '', closed))).not.toHaveProperty('conflicts');
  expect(factsOf(query, host('{"hosts": []}', '', closed))).toMatchObject({ conflicts: 1 });
  const read = { files: { ...files, '/etc/default/docker': 'DOCKER_OPTS="--mtu 1400"\n' } };
  expect(factsOf(query, host('{"mtu": 1}', '', read))).toMatchObject({ 'conflict-names': 'mtu' });
});

test('the snap adds flags that nobody sees', () => {
  const config = '/var/snap/docker/current/config/daemon.json';
  const scene = { now: 0, unit: 'snap.docker.dockerd.service' };
  expect(factsOf(query, { files: { [config]: '{"data-root": "/x"}' } }, scene)).toEqual({
    exists: true,
    'json-valid': true,
  });
});

test('a dockerd without --validate still says what it has against its flags, with no file as well', () => {
  const said = "Status: unknown flag: --bogus\nSee 'dockerd --help'., Code: 125";
  const programs = { 'dockerd --version --bogus': { code: 1, stderr: `${said}\n` } };
  const facts = { asked: 'dockerd --version', validated: false, error: said };
  expect(factsOf(query, host('{}', '--bogus', { programs }))).toMatchObject({ exists: true, ...facts });
  const unit = { '/lib/systemd/system/docker.service': '[Service]\nExecStart=/usr/bin/dockerd --bogus\n' };
  expect(factsOf(query, { files: unit, programs })).toEqual({ exists: false, ...facts });
});

test('a dockerd that is not the one of the unit is not asked', () => {
  const programs = { 'dockerd --version --bogus': { code: 1, stderr: 'Status: unknown flag: --bogus' } };
  const unit = { '/lib/systemd/system/docker.service': '[Service]\nExecStart=/opt/docker/dockerd --bogus\n' };
  expect(factsOf(query, { files: unit, programs })).toEqual({ exists: false });
});
