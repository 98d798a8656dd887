import { expect, test } from 'vitest';
import { answerOf, factsOf } from '../fake-host.ts';

const ask = { ask: 'firewalld' };
const zone = 'firewall-cmd --get-zone-of-interface=docker0';
const unit = (state: string) => ({
  'systemctl show --no-pager -- firewalld.service': `LoadState=loaded\nActiveState=${state}\n`,
});

test('active, and the zone of docker0', () => {
  expect(factsOf(ask, { programs: { ...unit('active'), [zone]: 'public\n' } })).toEqual({
    active: true,
    zone: 'public',
  });
  const none = { code: 2, stderr: 'no zone\n' };
  expect(factsOf(ask, { programs: { ...unit('active'), [zone]: none } })).toEqual({ active: true, zone: '' });
  const denied = { code: 253, stderr: 'Authorization failed.\n' };
  expect(factsOf(ask, { programs: { ...unit('active'), [zone]: denied } })).toEqual({ active: true });
});

test('not active, not installed, not known', () => {
  expect(factsOf(ask, { programs: unit('inactive') })).toEqual({ active: false });
  expect(factsOf(ask, {})).toEqual({ active: false });
  const files = { '/usr/lib/systemd/system/firewalld.service': '[Service]\nExecStart=/usr/sbin/firewalld\n' };
  expect(answerOf(ask, { files })).toEqual({ known: false, why: 'absent' });
});
