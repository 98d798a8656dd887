import { ask, type Inquiry } from '../ask/inquiry.ts';
import { isUnit, property, unitOf } from '../ask/unit.ts';
import type { Scalar } from '../types.ts';
import type { ProbeKind } from './kind.ts';

/** `no zone` with status 2 where the bridge is in none (firewall-cmd(1)). */
function* zoneOf(): Inquiry<Record<string, Scalar>> {
  const reply = yield* ask({ read: 'output', argv: ['firewall-cmd', '--get-zone-of-interface=docker0'] });
  if (!reply.known) return {};
  const zone = reply.stdout.trim();
  if (reply.code === 0 && /^[\w-]{1,40}$/.test(zone)) return { zone };
  return /^no zone$/m.test(`${zone}\n${reply.stderr}`) ? { zone: '' } : {};
}

export const firewalld: ProbeKind = {
  ask: 'firewalld',
  about: 'firewalld: active, and the zone of docker0 (empty: in none)',
  params: {},
  facts: { active: 'boolean', zone: 'text' },
  command: () => 'firewall-cmd --state; firewall-cmd --get-zone-of-interface=docker0',
  *inquire(_query, scene) {
    const { rootless: _, ...system } = scene;
    const unit = yield* unitOf('firewalld.service', system);
    if (!isUnit(unit)) return unit;
    if (property(unit, 'LoadState') === 'not-found') return { known: true, facts: { active: false } };
    const active = property(unit, 'ActiveState');
    if (active === undefined) return { known: false, why: 'absent' };
    return { known: true, facts: { active: active === 'active', ...(active === 'active' && (yield* zoneOf())) } };
  },
};
