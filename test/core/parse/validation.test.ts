import { expect, test } from 'vitest';
import { parseFlagError, parseValidation } from '../../../src/core/parse/validation.ts';

const prefix = 'unable to configure the Docker daemon with file /etc/docker/daemon.json: ';

test('good', () => {
  expect(parseValidation(0, 'configuration OK\n', [])).toEqual({ valid: true, unknown: [], twice: [] });
  expect(parseValidation(0, '', [])).toBeUndefined();
});

test('keys that it does not know, and those that it only remembers', () => {
  const error = "the following directives don't match any configuration option: a, b-c";
  expect(parseValidation(1, `${prefix}${error}\n`, ['a', 'b-c'])).toEqual({
    valid: false,
    error,
    unknown: ['a', 'b-c'],
    twice: [],
  });
  const gone =
    'DEPRECATED: The "api-cors-header" config parameter and the dockerd "--api-cors-header" option have been removed';
  expect(parseValidation(1, `${gone}\n`, ['api-cors-header', 'graph'])).toMatchObject({ unknown: ['api-cors-header'] });
});

test('given twice', () => {
  const error =
    'the following directives are specified both as a flag and in the configuration file: hosts: (from flag: [fd://], from file: [x]), mtu: (from flag: 1, from file: 2)';
  expect(parseValidation(1, `${prefix}${error}\n`, [])).toMatchObject({ twice: ['hosts', 'mtu'], unknown: [] });
});

test('a dockerd without the flag, or without rights, says nothing', () => {
  expect(parseValidation(125, "unknown flag: --validate\nSee 'dockerd --help'.\n", [])).toBeUndefined();
  expect(parseValidation(2, 'flag provided but not defined: --validate\n', [])).toBeUndefined();
  expect(parseValidation(1, 'open /etc/docker/key.pem: permission denied\n', [])).toBeUndefined();
  expect(parseValidation(1, '', [])).toBeUndefined();
});

test('what dockerd says against its flags, by version', () => {
  const said = "Status: unknown flag: --bogus\nSee 'dockerd --help'., Code: 125";
  expect(parseFlagError(`${said}\n`)).toBe(said);
  expect(parseFlagError("flag provided but not defined: --bogus\nSee 'dockerd --help'.\n")).toMatch(/^flag provided/);
  expect(parseFlagError('Status: invalid argument "big" for "--mtu" flag: strconv.ParseInt: parsing "big"')).toMatch(
    /big/,
  );
  expect(parseFlagError('open /etc/docker/key.json: permission denied\n')).toBeUndefined();
  expect(parseFlagError('')).toBeUndefined();
});
