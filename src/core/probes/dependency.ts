import { ask, type Inquiry, together } from '../ask/inquiry.ts';
import type { Scene } from '../ask/scene.ts';
import { isUnit, property, type Unit, unitOf } from '../ask/unit.ts';
import { quoteWord } from '../shell-words.ts';
import type { Scalar, Unknown } from '../types.ts';
import { type ProbeKind, param } from './kind.ts';

/** What must be there for a unit to start (systemd.unit(5)); Wants= need not. */
const needs = ['Requires', 'Requisite', 'BindsTo'];

/** More than any unit needs. */
const mostUnits = 64;

interface Needed {
  readonly name: string;
  readonly load?: string;
  readonly active?: string;
}

const neededBy = (unit: Unit): readonly string[] => {
  const names = needs.flatMap((key) => (unit.properties.get(key) ?? []).flatMap((value) => value.split(/\s+/)));
  return [...new Set(names)].filter((name) => /^[\w@.:\\-]{1,255}\.[a-z]+$/.test(name)).slice(0, mostUnits);
};

/** `systemctl show` of several units prints one block for each, with an empty line between. */
const blocksOf = (text: string): readonly Needed[] =>
  text.split(/\n\n+/).flatMap((block) => {
    const values = new Map(block.split('\n').map((line) => line.split(/=(.*)/s, 2) as [string, string]));
    const [name, load, active] = [values.get('Id'), values.get('LoadState'), values.get('ActiveState')];
    if (name === undefined) return [];
    return [{ name, ...(load !== undefined && { load }), ...(active !== undefined && { active }) }];
  });

function* askSystemd(names: readonly string[], { rootless }: Scene): Inquiry<readonly Needed[] | Unknown> {
  const session = rootless === undefined ? [] : ['--user'];
  const argv = ['systemctl', ...session, 'show', '--no-pager', '--property=Id,LoadState,ActiveState', '--', ...names];
  const reply = yield* ask({ read: 'output', argv });
  if (!reply.known) return reply;
  return reply.code === 0 ? blocksOf(reply.stdout) : { known: false, why: 'unreadable' };
}

/** Files tell what is masked or missing, never what failed. */
function* askFiles(names: readonly string[], scene: Scene): Inquiry<readonly Needed[]> {
  // systemd makes slices and the mount of / by itself
  const written = names.filter((name) => !/\.slice$|^-\.mount$/.test(name));
  const units = yield* together(written.map((name) => unitOf(name, scene)));
  return units.map((unit, index) => {
    const load = isUnit(unit) ? property(unit, 'LoadState') : undefined;
    // mounts come from fstab, devices from udev: without a file they are not missing
    const generated = load === 'not-found' && !/\.(?:service|socket)$/.test(written[index] ?? '');
    return { name: written[index] ?? '', ...(load !== undefined && !generated && { load }) };
  });
}

/** Docker's own units have rules of their own: another one is named before them. */
const own = new Set(['docker.socket', 'containerd.service']);

const tally = (all: readonly Needed[], what: string, is: (one: Needed) => boolean): Record<string, Scalar> => {
  const found = all.filter(is);
  const first = found.find(({ name }) => !own.has(name)) ?? found[0];
  return { [what]: found.length, ...(first !== undefined && { [`first-${what}`]: first.name }) };
};

/** A mount that is asked for is tried with every start, and stays: one that is not there could not be had. */
const isUnmounted = ({ name, load, active }: Needed): boolean =>
  name.endsWith('.mount') && load === 'loaded' && active === 'inactive';

const factsOf = (all: readonly Needed[], live: boolean): Record<string, Scalar> => ({
  ...(live && tally(all, 'failed', ({ active }) => active === 'failed')),
  ...(live && tally(all, 'unmounted', isUnmounted)),
  ...tally(all, 'masked', ({ load }) => load === 'masked'),
  ...tally(all, 'missing', ({ load }) => load === 'not-found'),
});

export const dependency: ProbeKind = {
  ask: 'dependency',
  about:
    'the units that this one requires: how many have failed, are not mounted, masked, missing, and the first of each',
  params: { name: 'text' },
  facts: {
    failed: 'number',
    'first-failed': 'text',
    unmounted: 'number',
    'first-unmounted': 'text',
    masked: 'number',
    'first-masked': 'text',
    missing: 'number',
    'first-missing': 'text',
  },
  command: (query) => `systemctl list-dependencies --plain ${quoteWord(param(query, 'name'))}; systemctl --failed`,
  *inquire(query, scene) {
    const unit = yield* unitOf(param(query, 'name'), scene);
    if (!isUnit(unit)) return unit;
    // what is not there or masked has no requirements that anybody could see
    if (property(unit, 'LoadState') !== 'loaded') return { known: false, why: 'absent' };
    const names = neededBy(unit);
    const all = unit.live ? yield* askSystemd(names, scene) : yield* askFiles(names, scene);
    return 'known' in all ? all : { known: true, facts: factsOf(all, unit.live) };
  },
};
