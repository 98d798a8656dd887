import { isUnit, property, unitOf } from '../ask/unit.ts';
import { quoteWord } from '../shell-words.ts';
import { type ProbeKind, param } from './kind.ts';

export const unitSetting: ProbeKind = {
  ask: 'unit-setting',
  about: 'one property of a unit, as text (ProtectSystem, EnvironmentFiles, LimitNOFILE, RequiresMountsFor ...)',
  params: { name: 'text', property: 'text' },
  facts: { set: 'boolean', value: 'text', number: 'number' },
  command: (query) => `systemctl show ${quoteWord(param(query, 'name'))} -p ${quoteWord(param(query, 'property'))}`,
  *inquire(query, scene) {
    const found = yield* unitOf(param(query, 'name'), scene);
    if (!isUnit(found)) return found;
    const value = property(found, param(query, 'property'));
    // systemctl show leaves out a property that is not set; so does a unit file
    if (value === undefined || value === '') return { known: true, facts: { set: false, value: '' } };
    const number = value === 'infinity' ? Number.MAX_SAFE_INTEGER : Number(value);
    return { known: true, facts: { set: true, value, ...(Number.isFinite(number) && { number }) } };
  },
};
