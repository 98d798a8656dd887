import { changesOf } from '../../core/ask/changes.ts';
import type { Scene } from '../../core/ask/scene.ts';
import { systemOf } from '../../core/ask/system.ts';
import { type Accusation, auditQuestions, type Case, failureBegan, questions } from '../../core/diagnose.ts';
import type { Testimony } from '../../core/types.ts';
import type { Host, Remembering } from '../../hosts/index.ts';

/** The host of one log, and what is known of its daemon. */
export interface Witness {
  readonly host: Remembering;
  readonly scene: Scene;
  /** The log is of this host and of now. */
  readonly live: boolean;
}

/** All replies together take no longer than this; milliseconds. A network is slower than a disk. */
const budgetFor = ({ kind }: Host): number => (kind === 'ssh' ? 8000 : 2600);

const dependsOnVersion = ({ suspects }: Accusation): boolean =>
  suspects.some(({ rule }) => rule.fixes.some(({ when }) => when?.docker !== undefined));

/** First the suspects, then, where none of them stands, the audit. */
export const testify = async (open: Case, accusation: Accusation, witness: Witness): Promise<Testimony> => {
  const { askHost, conduct, withDeadline } = await import('../../hosts/index.ts');
  const host = withDeadline(witness.host, budgetFor(witness.host));
  const since = failureBegan(accusation.story);
  const scene: Scene = { ...witness.scene, ...(since !== undefined && { since }) };
  const { live } = witness;
  const system = conduct(systemOf(scene, dependsOnVersion(accusation)), host);
  const changes = since === undefined ? Promise.resolve([]) : conduct(changesOf(scene), host);
  const answers = await askHost(questions(accusation, live), scene, host);
  const more = await askHost(auditQuestions(open, accusation, { answers, live }), scene, host);
  return { live, answers: [...answers, ...more], system: await system, changes: await changes };
};
