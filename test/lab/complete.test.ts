import { describe, expect, it } from 'vitest';
import { taxonomy } from '../laws/taxonomy.ts';
import { chooseFaults, loadFaults } from './fault/load.ts';
import { gate } from './gate.ts';
import { unproducible } from './unproducible.ts';

/** Reads what the lab would do; boots nothing. */
const faults = await loadFaults();
const produced: ReadonlySet<string> = new Set(faults.map(({ cause }) => cause));
const refused: readonly string[] = Object.keys(unproducible);

describe('the lab is complete', () => {
  it('has a fault for every cause, or the reason why it cannot be had', () => {
    expect(taxonomy.filter((cause) => !produced.has(cause) && !refused.includes(cause))).toEqual([]);
  });

  it('does not say of a cause both', () => {
    expect(refused.filter((cause) => produced.has(cause))).toEqual([]);
  });

  it('knows every cause that it names', () => {
    const named = [...produced, ...refused, ...faults.flatMap(({ also = [] }) => also)];
    expect(named.filter((cause) => !taxonomy.includes(cause))).toEqual([]);
  });

  it('has 150 faults or more', () => {
    expect(faults.length).toBeGreaterThanOrEqual(150);
  });

  it('runs some faults for each line of the gate', () => {
    expect(gate.filter((line) => chooseFaults(faults, [line]).length === 0)).toEqual([]);
    expect(chooseFaults(faults, gate).length).toBeGreaterThanOrEqual(25);
  });
});
