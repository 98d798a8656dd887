import { isDown } from '../core/judge/state.ts';
import type { Diagnosis, Finding } from '../core/types.ts';
import { attemptSentence } from './attempts.ts';
import type { Tone } from './paint.ts';
import { told } from './words.ts';

/** The answer in one sentence, and how sure it is. */
export interface Headline {
  readonly tone: Tone;
  readonly line: string;
  readonly cause?: string;
  readonly detail: string;
}

/** The suspects that still stand; the first is the answer. */
export const standing = (diagnosis: Diagnosis): readonly Finding[] =>
  diagnosis.findings.filter(({ verdict }) => verdict !== 'refuted');

export const titleOf = ({ title, captures }: Finding): string => told(title, captures);

const likelyDetail = ({ checks }: Finding): string => {
  const asked = checks.some(({ answer }) => answer.known || answer.why !== 'not-asked');
  if (asked) return 'The log says so; the host was asked and could not tell.';
  return checks.length > 0 ? 'The log says so; no host was asked.' : 'The log says so.';
};

const found = (first: Finding, rivals: number, host: string): Headline => {
  const title = titleOf(first);
  const cause = first.cause;
  if (first.verdict === 'confirmed') {
    return { tone: 'found', cause, line: `Confirmed: ${title}`, detail: `Proven by what ${host} answered.` };
  }
  if (first.verdict === 'likely')
    return { tone: 'found', cause, line: `Likely: ${title}`, detail: likelyDetail(first) };
  return {
    tone: 'possible',
    cause,
    line: `Possible${rivals > 0 ? `, one of ${rivals + 1} causes` : ''}: ${title}`,
    detail: `Not proven: ${first.because}${rivals > 0 ? '; nothing tells them apart yet' : '; it may be something else'}.`,
  };
};

/** The log accuses, and the host says otherwise. */
const isMended = ({ findings }: Diagnosis): boolean =>
  findings.length > 0 && findings.every(({ verdict }) => verdict === 'refuted');

const insufficient = (diagnosis: Diagnosis): Headline => {
  const tone = 'possible';
  if (diagnosis.unit?.answers === false) {
    return {
      tone,
      line: 'Docker runs, but it does not answer',
      detail: 'systemd calls it active, and docker info got no answer. It hangs, or listens elsewhere.',
    };
  }
  if (isMended(diagnosis)) {
    return {
      tone,
      line: 'What this log accuses is not so on this host, or no longer',
      detail: 'It may have been mended since: start Docker again, and look again if it fails.',
    };
  }
  const attempts = attemptSentence(diagnosis);
  if (attempts !== '') return { tone, line: 'Docker failed, and the reason is not in this log', detail: attempts };
  if (isDown(diagnosis.unit)) {
    return { tone, line: 'Docker is not running, and nothing that could be read here says why', detail: '' };
  }
  if (diagnosis.seen.length > 0) {
    return { tone, line: 'Something failed, and no known cause fits', detail: 'What was seen stands below.' };
  }
  return {
    tone,
    line: 'Nothing here shows a failure, and nothing proves that Docker is well',
    detail: 'Silence is no proof: the lines that would tell are not in this text.',
  };
};

export const headlineOf = (diagnosis: Diagnosis, host = 'the host'): Headline => {
  const [first, ...others] = standing(diagnosis);
  if (diagnosis.outcome === 'healthy') {
    return {
      tone: 'healthy',
      line: 'Docker is up; nothing is wrong now',
      detail: first === undefined ? '' : 'There was trouble before, and it is over.',
    };
  }
  if (diagnosis.outcome === 'unrelated') {
    return {
      tone: 'none',
      line: 'This text is not about Docker',
      detail: `No line of ${diagnosis.input} is from dockerd, containerd, runc, the units of Docker in systemd, or the docker client.`,
    };
  }
  if (diagnosis.outcome === 'insufficient' || first === undefined) return insufficient(diagnosis);
  return found(first, others.filter(({ verdict }) => verdict === 'possible').length, host);
};

/** The suspects to be told apart; the first is among them as long as it is not sure. */
export const rivalsOf = (diagnosis: Diagnosis): { readonly heading: string; readonly findings: readonly Finding[] } => {
  const [first, ...rest] = standing(diagnosis);
  if (first === undefined) return { heading: '', findings: [] };
  if (diagnosis.outcome === 'healthy') return { heading: 'What was wrong before', findings: [first, ...rest] };
  if (diagnosis.outcome !== 'found') return { heading: 'What it may be', findings: [first, ...rest] };
  if (first.verdict !== 'possible')
    return { heading: 'It may also be', findings: rest.filter(({ verdict }) => verdict !== 'confirmed') };
  return { heading: 'What tells which it is', findings: [first, ...rest] };
};

/** What the host proves beside the answer: the next that will stop Docker once the first is mended. */
export const alsoProven = (diagnosis: Diagnosis): readonly Finding[] =>
  standing(diagnosis)
    .slice(1)
    .filter(({ verdict }) => verdict === 'confirmed');
