import { expect, test } from 'vitest';
import type { Rule } from '../../src/core/types.ts';
import { explainCause } from '../../src/report/explain.ts';
import { likely } from './diagnoses.ts';

const rule: Rule = {
  id: 'userns/subid-range-missing',
  title: 'The remap user has no range of subordinate ids in /etc/subuid or /etc/subgid',
  symptoms: [],
  checks: [
    { query: { ask: 'subid', file: '/etc/subuid', name: '{user}' }, confirms: [{ fact: 'ranges', below: 1 }] },
    { query: { ask: 'subid', file: '/etc/subuid', name: '{group}' }, refutes: [{ fact: 'ranges', from: 1 }] },
  ],
  explain: 'Why it is so.\n\nAnd more.',
  fixes: likely.findings[0]?.fixes ?? [],
  references: ['subuid(5)'],
  examples: { hit: ['No subuid ranges found for user "dockremap"', 'evil \x1b[2J'], miss: [] },
};

test('everything about one cause', () => {
  expect(explainCause(rule, { colour: false, unicode: true, width: 80 })).toMatchInlineSnapshot(`
    "The remap user has no range of subordinate ids in /etc/subuid or /etc/subgid
    userns/subid-range-missing

    Why it is so.

    And more.

    Messages that lead to it
      │ No subuid ranges found for user "dockremap"
      │ evil \\x1b[2J

    What tells for sure
        grep -n . /etc/subuid
      It is this if "ranges" is below 1.
      It is not this if "ranges" is at least 1.

    What to do
      1. Give <user> a range of 65536 subordinate ids
         Cost: Restarting Docker stops running containers unless live-restore is on.
         For <free-range> put the first id behind all ranges in /etc/subuid and
         /etc/subgid, 100000 if there are none.
           echo '<user>:<free-range>:65536' | sudo tee -a /etc/subuid
           echo '<user>:<free-range>:65536' | sudo tee -a /etc/subgid
           sudo systemctl restart docker.service
         Undo: Remove the two lines again and restart Docker.

      2. Do without userns-remap
         This weakens a protection: decide whether you want that.
         In /etc/docker/daemon.json take out "userns-remap".

    Read on
      • subuid(5)
    "
  `);
});

test('plain and narrow', () => {
  const text = explainCause({ ...rule, title: 'Ünïcode – title' }, { colour: false, unicode: false, width: 60 });
  expect(text).toMatch(/^[\n -~]*$/);
  expect(text).toContain('  | No subuid ranges found');
});
