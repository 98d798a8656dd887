import type { Story } from '../suspect.ts';
import type { AskedQuery, UnitState, Wanted } from '../types.ts';
import { clientObjection } from './objection.ts';

/** A daemon that hangs is active too, as systemd sees it. */
export const clientQuery = { ask: 'docker-info' } as const;

/** As far as its log goes: the last start did not fail. Asked at once with the rest, it has the whole time to answer. */
export const seemsUp = ({ segments }: Story): boolean => segments.spans.at(-1)?.result !== 'failed';

/** The unit, and whether its daemon answers a client; nothing where that was not asked or cannot be told. */
export const withAnswer = (state: UnitState, answers: readonly AskedQuery[]): UnitState => {
  const answer = answers.find(({ query }) => query.ask === clientQuery.ask)?.answer;
  if (answer === undefined || state.active !== 'active') return state;
  if (!answer.known) return answer.why === 'timeout' ? { ...state, answers: false } : state;
  const said = answer.facts['answers'];
  return typeof said === 'boolean' ? { ...state, answers: said } : state;
};

export const isMute = (state: UnitState | undefined): boolean => state?.answers === false;

/** With the client's own words, where it said any: it was refused, and did not wait in vain. */
export const muteNotes = (state: UnitState | undefined, answers: readonly AskedQuery[]): readonly string[] => {
  if (!isMute(state)) return [];
  const said = clientObjection(answers)?.text;
  return [`docker info got no answer from it${said === undefined ? ' in time.' : `: ${said}`}`];
};

/** What tells why a daemon hangs. */
export const wantedForMute: readonly Wanted[] = [
  {
    run: 'ps -o pid,stat,wchan:24,args -C dockerd,containerd',
    why: 'D is a process that waits for a disk or a network mount, T one that was stopped',
  },
  {
    run: 'docker context ls; ls -l /var/run/docker.sock',
    why: 'whether the client asks at the place where dockerd listens',
  },
  {
    run: 'sudo pkill -USR1 -x dockerd; ls -t /var/run/docker/goroutine-stacks-*.log',
    why: 'dockerd writes down what each of its threads waits for, and goes on',
  },
];
