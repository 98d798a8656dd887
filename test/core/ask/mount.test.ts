import { expect, test } from 'vitest';
import { groundOf } from '../../../src/core/ask/mount.ts';
import { converse } from '../fake-host.ts';

test('a path that is not there yet lies where its nearest parent lies', () => {
  const files = {
    '/var/lib/x': '',
    '/proc/self/mountinfo': '1 0 8:1 / / rw - ext4 /dev/a rw\n2 1 8:2 / /var ro - xfs /dev/b rw\n',
  };
  const ground = converse(groundOf('/var/lib/docker/overlay2'), { files, space: { '/var/lib': { free: 7 } } });
  expect(ground).toMatchObject({ path: '/var/lib', mount: { path: '/var', fstype: 'xfs' }, space: { free: 7 } });
});

test('where nothing can be told, the reason is', () => {
  const unknown = { '/x': 'denied', '/proc/self/mountinfo': 'absent' } as const;
  expect(converse(groundOf('/x'), { unknown })).toEqual({ known: false, why: 'denied' });
});
