import type { CheckResult, Suspect, Verdict } from '../types.ts';

/**
 * confirmed: the host proves it. refuted: the host says otherwise. likely: the
 * message states it. possible: the message has several causes, was cut, is old
 * news, or is mostly the echo of another failure.
 */
export const verdictOf = (suspect: Suspect, checks: readonly CheckResult[]): Verdict => {
  // a proof outweighs a check that found nothing
  if (checks.some(({ says }) => says === 'confirms')) return 'confirmed';
  if (checks.some(({ says }) => says === 'refutes')) return 'refuted';
  const best = suspect.hits[0];
  if (best === undefined || best.partial || suspect.place === 'earlier' || suspect.place === 'recovered')
    return 'possible';
  return suspect.hits.some((hit) => hit.weight === 'states' && !hit.partial) ? 'likely' : 'possible';
};

/** Why it stands where it stands, in a few words. */
export const becauseOf = (suspect: Suspect, verdict: Verdict): string => {
  if (verdict === 'confirmed') return 'the host proves it';
  if (verdict === 'refuted') return 'the host says otherwise';
  const best = suspect.hits[0];
  if (best?.partial === true) return 'the message was cut; its beginning fits';
  if (suspect.place === 'earlier') return 'seen in an earlier failure, not in the last one';
  if (suspect.place === 'recovered') return 'Docker came up after it';
  if (best?.weight === 'fallback') return 'nothing else is seen; often the echo of another failure';
  return verdict === 'likely' ? 'the message states it' : 'the message has several causes';
};
