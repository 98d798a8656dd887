import { expect, test } from 'vitest';
import { allRules, causesOf, diagnoseBytes } from '../diagnose-text.ts';
import { samples } from './samples.ts';

const outcomes: Readonly<Record<string, readonly string[]>> = {
  'none/healthy': ['healthy'],
  'none/insufficient': ['insufficient'],
  'none/not-docker': ['unrelated'],
};

for (const { file, cause, bytes } of samples) {
  test(`${file} is diagnosed as its own path`, () => {
    const diagnosis = diagnoseBytes(bytes);
    const outcome = outcomes[cause];
    if (outcome === undefined) expect(causesOf(diagnosis)[0]).toBe(cause);
    else
      expect(
        outcome,
        JSON.stringify(diagnosis.findings.map(({ cause: id, evidence }) => [id, evidence[0]?.text])),
      ).toContain(diagnosis.outcome);
    // no host was asked, so nothing can be proven
    expect(diagnosis.findings.map(({ verdict }) => verdict)).not.toContain('confirmed');
  });
}

test('every rule has a sample', () => {
  const causes = new Set(samples.map(({ cause }) => cause));
  expect(allRules.filter(({ id }) => !causes.has(id)).map(({ id }) => id)).toEqual([]);
});
