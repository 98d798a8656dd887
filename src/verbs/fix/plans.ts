import { findingFor, questionsFor } from '../../core/diagnose.ts';
import type { Finding, Plan, Rule, System } from '../../core/types.ts';
import { UsageError } from '../../errors.ts';
import { planOf } from '../../guide/plan/index.ts';
import { nearest } from '../../nearest.ts';
import type { Closed } from '../diagnose/case.ts';
import type { Witness } from '../diagnose/testify.ts';

const noSystem: System = { distro: [], rootless: false };

export const ruleNamed = (id: string, rules: readonly Rule[]): Rule => {
  const rule = rules.find((one) => one.id === id);
  if (rule !== undefined) return rule;
  const near = nearest(
    id,
    rules.map((one) => one.id),
  );
  throw new UsageError(
    `no cause is named ${id}`,
    near === undefined ? 'docker-why causes lists them' : `did you mean ${near}?`,
  );
};

/** What is to be mended: the cause that was named, else the answer, if it is more than a guess. */
export const targetOf = async (
  { diagnosis, witness, testimony }: Closed,
  named: Rule | undefined,
): Promise<Finding | undefined> => {
  const standing = diagnosis.findings.filter(({ verdict }) => verdict !== 'refuted');
  if (named === undefined) return standing.find(({ verdict }) => verdict !== 'possible');
  const found = standing.find(({ cause }) => cause === named.id);
  if (found !== undefined || witness === undefined) return found;
  const { askHost } = await import('../../hosts/index.ts');
  const answers = await askHost(questionsFor(named), witness.scene, witness.host);
  return findingFor(named, { answers, live: true, ...(testimony?.system && { system: testimony.system }) });
};

/** Every fix of a finding, made ready for this host. */
export const plansFor = async (
  finding: Finding,
  { host, scene }: Witness,
  system: System = noSystem,
  stamp: string,
): Promise<readonly Plan[]> => {
  const { conduct } = await import('../../hosts/index.ts');
  const { cause, captures, fixes } = finding;
  return Promise.all(fixes.map((fix) => conduct(planOf({ cause, fix, captures, scene, system, stamp }), host)));
};
