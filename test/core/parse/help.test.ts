import { expect, test } from 'vitest';
import { parseHelp } from '../../../src/core/parse/help.ts';

test('the flags of dockerd, of 1.12 and of today', () => {
  const text = [
    'Usage:\tdockerd [OPTIONS]',
    '      --api-cors-header=""                    Set CORS headers in the remote API',
    '  -D, --debug                             Enable debug mode',
    '  -H, --host=[]                           Daemon socket(s) to connect to',
    '  -p, --pidfile=/var/run/docker.pid       Path to use for daemon PID file',
    'not a flag: --nothing',
  ].join('\n');
  const help = parseHelp(text);
  expect([...(help?.flags ?? [])]).toEqual(['api-cors-header', 'debug', 'host', 'pidfile']);
  expect([...(help?.letters ?? [])]).toEqual(['D', 'H', 'p']);
});

test('the help of another program is none', () => {
  expect(parseHelp('Usage: docker [OPTIONS]\n  -H, --host list\n')).toBeUndefined();
  expect(parseHelp('')).toBeUndefined();
});
