import { isUnit, property, type Unit, unitOf } from '../ask/unit.ts';
import { spanSeconds } from '../parse/show.ts';
import { quoteWord } from '../shell-words.ts';
import type { Scalar } from '../types.ts';
import { type ProbeKind, param } from './kind.ts';

const texts: Readonly<Record<string, string>> = {
  LoadState: 'load',
  ActiveState: 'active',
  SubState: 'sub',
  Result: 'result',
  UnitFileState: 'enabled',
  Type: 'type',
};

const numbers: Readonly<Record<string, string>> = { ExecMainStatus: 'status-code', NRestarts: 'restarts' };

const textFacts = (unit: Unit): Record<string, Scalar> =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([key, fact]) => {
      const value = property(unit, key);
      return value === undefined || value === '' ? [] : [[fact, value]];
    }),
  );

const numberFacts = (unit: Unit): Record<string, Scalar> =>
  Object.fromEntries(
    Object.entries(numbers).flatMap(([key, fact]) => {
      const value = Number(property(unit, key));
      return property(unit, key) === undefined || Number.isNaN(value) ? [] : [[fact, value]];
    }),
  );

/** `TimeoutStartUSec=1min 30s` of systemctl show, `TimeoutStartSec=90` of a file. */
const startTimeout = (unit: Unit): Record<string, Scalar> => {
  const text = property(unit, 'TimeoutStartUSec') ?? property(unit, 'TimeoutStartSec') ?? property(unit, 'TimeoutSec');
  const seconds = text === undefined ? undefined : spanSeconds(text);
  return seconds === undefined ? {} : { 'start-timeout': seconds };
};

/** `org.freedesktop.systemd1.BadUnitSetting "Unit docker.service has a bad unit file setting."` */
const loadError = (unit: Unit): Record<string, Scalar> => {
  const text = property(unit, 'LoadError');
  return text === undefined || text.trim() === '' ? {} : { 'load-error': text };
};

const factsOf = (unit: Unit): Record<string, Scalar> => {
  const commands = unit.properties.get('ExecStart') ?? [];
  const reload = property(unit, 'NeedDaemonReload');
  return {
    ...textFacts(unit),
    ...numberFacts(unit),
    ...startTimeout(unit),
    ...loadError(unit),
    'exec-count': commands.length,
    ...(commands[0] !== undefined && { 'exec-start': / argv\[\]=(.*?) ; /.exec(commands[0])?.[1] ?? commands[0] }),
    'drop-ins': (property(unit, 'DropInPaths') ?? '').split(/\s+/).filter((word) => word !== '').length,
    ...(reload !== undefined && { 'need-reload': reload === 'yes' }),
  };
};

export const unit: ProbeKind = {
  ask: 'unit',
  about: 'a unit as systemd merges it (systemctl show); from its files alone where no systemd answers',
  params: { name: 'text', 'user?': 'boolean' },
  facts: {
    load: 'text',
    active: 'text',
    sub: 'text',
    result: 'text',
    enabled: 'text',
    'need-reload': 'boolean',
    'exec-start': 'text',
    'exec-count': 'number',
    'status-code': 'number',
    'load-error': 'text',
    'drop-ins': 'number',
    'start-timeout': 'number',
    restarts: 'number',
    type: 'text',
  },
  command: (query) =>
    `systemctl ${query['user'] === true ? '--user ' : ''}status ${quoteWord(param(query, 'name'))} --no-pager -l`,
  *inquire(query, scene) {
    const found = yield* unitOf(param(query, 'name'), scene, query['user'] === true);
    return isUnit(found) ? { known: true, facts: factsOf(found) } : found;
  },
};
