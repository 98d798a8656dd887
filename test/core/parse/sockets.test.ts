import { expect, test } from 'vitest';
import { parseListening, parseOwner, parseUnixListening } from '../../../src/core/parse/sockets.ts';

test('what listens, of both kinds of addresses', () => {
  const text = [
    '  sl  local_address rem_address   st',
    '   0: 0100007F:08FB 00000000:0000 0A 00000000:00000000',
    '   1: 0200000A:0016 0300000A:C350 01 00000000:00000000',
    '   2: 000000FD000000000000000002000000:0050 00000000000000000000000000000000:0000 0A 0',
    '   3: 00000000:0035 00000000:0000 07 0',
    'rubbish: :',
  ].join('\n');
  expect(parseListening(text)).toEqual([
    { address: [127, 0, 0, 1], port: 2299 },
    { address: [0xfd, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2], port: 80 },
    { address: [0, 0, 0, 0], port: 53 },
  ]);
});

test('sockets with a path', () => {
  const text = [
    'Num       RefCount Protocol Flags    Type St Inode Path',
    '0000000000000000: 00000002 00000000 00010000 0001 01 24220 /run/with blank.sock',
    '0000000000000000: 00000002 00000000 00010000 0001 01 24221 @abstract',
    '0000000000000000: 00000003 00000000 00000000 0001 03 24222 /run/connected.sock',
  ].join('\n');
  expect(parseUnixListening(text)).toEqual(['/run/with blank.sock']);
});

test('the owner', () => {
  expect(parseOwner('x users:(("docker-proxy",pid=9,fd=4),("y",pid=1,fd=2))')).toEqual({
    program: 'docker-proxy',
    pid: 9,
  });
  expect(parseOwner('tcp LISTEN 0 1 *:80 *:*')).toBeUndefined();
});
