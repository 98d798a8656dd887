import { expect, test } from 'vitest';
import { answerOf, factsOf } from '../fake-host.ts';

const of = (option: string) => ({ ask: 'kernel-config', option });
const release = { '/proc/sys/kernel/osrelease': '6.1.0-9-amd64\n' };
const config = `CONFIG_SECCOMP=y\nCONFIG_OVERLAY_FS=m\n# CONFIG_USER_NS is not set\n${'# more\n'.repeat(400)}`;

test('y, m, not set, and not to be chosen', () => {
  const host = { files: { ...release, '/boot/config-6.1.0-9-amd64': config } };
  expect(factsOf(of('CONFIG_SECCOMP'), host)).toEqual({ value: 'y', enabled: true });
  expect(factsOf(of('CONFIG_OVERLAY_FS'), host)).toEqual({ value: 'm', enabled: true });
  expect(factsOf(of('CONFIG_USER_NS'), host)).toEqual({ value: 'n', enabled: false });
  expect(factsOf(of('CONFIG_SECCOMP_FILTER'), host)).toEqual({ value: 'n', enabled: false });
});

test('the other places', () => {
  const modules = { files: { ...release, '/lib/modules/6.1.0-9-amd64/config': config } };
  expect(factsOf(of('CONFIG_SECCOMP'), modules)).toMatchObject({ value: 'y' });
  const packed = { files: release, programs: { 'zcat /proc/config.gz': config } };
  expect(factsOf(of('CONFIG_SECCOMP'), packed)).toMatchObject({ value: 'y' });
});

test('an empty file, a denied one and none tell nothing', () => {
  const path = '/boot/config-6.1.0-9-amd64';
  expect(answerOf(of('CONFIG_X'), { files: { ...release, [path]: '' } })).toEqual({ known: false, why: 'absent' });
  const denied = { files: release, unknown: { [path]: 'denied' } } as const;
  expect(answerOf(of('CONFIG_X'), denied)).toEqual({ known: false, why: 'denied' });
  expect(answerOf(of('CONFIG_X'), {})).toEqual({ known: false, why: 'absent' });
  expect(answerOf(of('x=y'), {})).toEqual({ known: false, why: 'not-asked' });
});
