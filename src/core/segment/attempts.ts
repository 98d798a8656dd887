import type { Attempt } from '../types.ts';
import type { Mark, MarkKind } from './marks.ts';
import type { Timed } from './order.ts';

/** An attempt with its place among the others. */
export interface Span extends Attempt {
  readonly index: number;
  /** A process ran; `Start request repeated too quickly` alone is no attempt. */
  readonly real: boolean;
}

export interface Segments {
  readonly spans: readonly Span[];
  /** For each notable the index of its span, or -1. */
  readonly spanOf: readonly number[];
  /** The position after which nothing but health is proven, or -1. */
  readonly healthyFrom: number;
  /** systemd stopped trying: the start limit was hit. */
  readonly gaveUp: boolean;
  /** After the last failure systemd scheduled another start. */
  readonly retrying: boolean;
}

interface Draft {
  readonly index: number;
  start?: string;
  end?: string;
  result: Attempt['result'];
  reason?: string;
  status?: string;
  real: boolean;
  ended: boolean;
  /** dockerd's own first line was seen. */
  launched: boolean;
  pid?: number;
}

interface State {
  readonly drafts: Draft[];
  current: Draft | undefined;
  healthyFrom: number;
  gaveUp: boolean;
  retrying: boolean;
  /** Where the lines begin that belong to no attempt yet. */
  boundary: number;
  readonly spanOf: number[];
}

interface Event {
  readonly mark: Mark;
  readonly at: string | undefined;
  readonly pid: number | undefined;
  readonly position: number;
}

type Action = (state: State, event: Event) => void;

const open = (state: State, start?: string): Draft => {
  const draft: Draft = {
    index: state.drafts.length,
    result: 'unknown',
    real: true,
    ended: false,
    launched: false,
    ...(start !== undefined && { start }),
  };
  state.drafts.push(draft);
  state.current = draft;
  return draft;
};

/** The log begins in the middle of an attempt: its lines are those since the last end. */
const openBefore = (state: State): Draft => {
  const draft = open(state);
  state.spanOf.fill(draft.index, state.boundary);
  return draft;
};

/** A clean stop, also on SIGTERM, is no failure. */
const isFailure = ({ status = '' }: Mark): boolean =>
  !/code=exited, status=0(?:\/|$)|status=(?:15\/TERM|143)/.test(status);

const begin: Action = (state, { at }) => {
  const { current } = state;
  // the lines before `Starting` belong to it where the log begins in the middle
  const begun = current !== undefined && !current.ended && current.start === undefined && current.result === 'unknown';
  if (!begun) open(state, at);
  else if (at !== undefined) current.start = at;
  state.gaveUp = false;
};

/** dockerd's first line: a new start where systemd's lines are missing. */
const launch: Action = (state, { at, pid }) => {
  const { current } = state;
  const other = current?.pid !== undefined && pid !== undefined && current.pid !== pid;
  const again = current === undefined || current.ended || other || current.launched;
  const draft = again ? open(state, at) : current;
  draft.launched = true;
  if (pid !== undefined) draft.pid = pid;
};

const healthy: Action = (state, { position }) => {
  const { current } = state;
  const draft = current === undefined || current.ended ? open(state) : current;
  draft.result = 'started';
  state.retrying = false;
  state.healthyFrom = position;
  state.gaveUp = false;
};

const failing: Action = (state, { mark, at }) => {
  if (state.gaveUp || (mark.kind === 'exited' && !isFailure(mark))) return;
  const { current } = state;
  const unseen = current === undefined || (current.ended && mark.kind === 'exited');
  const draft = unseen ? openBefore(state) : current;
  draft.result = 'failed';
  if (mark.reason !== undefined) draft.reason ??= mark.reason;
  if (mark.status !== undefined) draft.status = mark.status;
  if (at !== undefined) draft.end = at;
  if (mark.kind === 'start-failed') draft.ended = true;
  state.healthyFrom = -1;
};

const stopped: Action = ({ current }, { at }) => {
  if (current === undefined || current.ended) return;
  if (current.result === 'started') current.result = 'stopped';
  if (at !== undefined) current.end ??= at;
  if (current.result !== 'unknown') current.ended = true;
};

const giveUp: Action = (state) => {
  const draft = state.current ?? open(state);
  if (draft.result === 'unknown') Object.assign(draft, { real: false, result: 'failed', reason: 'start-limit-hit' });
  draft.ended = true;
  state.gaveUp = true;
  state.healthyFrom = -1;
};

const restart: Action = (state) => {
  const { current } = state;
  if (current !== undefined) current.ended = true;
  state.retrying = current?.result === 'failed';
};

/** A failure that is no end of a process: the job, or the state that `systemctl status` shows. */
const notHealthy: Action = (state, { mark }) => {
  if (mark.kind !== 'inactive' || mark.reason !== undefined) state.healthyFrom = -1;
};

const actions: Readonly<Partial<Record<MarkKind, Action>>> = {
  starting: begin,
  launch,
  started: healthy,
  up: healthy,
  active: healthy,
  exited: failing,
  result: failing,
  'start-failed': failing,
  restarting: restart,
  'too-often': giveUp,
  stopped,
  dependency: notHealthy,
  'job-failed': notHealthy,
  inactive: notHealthy,
};

const spanOfDraft = ({ ended: _, pid: __, launched: ___, reason, ...draft }: Draft): Span => ({
  ...draft,
  unit: 'docker.service',
  ...(reason !== undefined && reason !== '' && { reason }),
});

/** Cuts the story into attempts to start the daemon. */
export const segment = (timed: readonly Timed[]): Segments => {
  const state: State = {
    drafts: [],
    current: undefined,
    healthyFrom: -1,
    gaveUp: false,
    retrying: false,
    boundary: 0,
    spanOf: [],
  };
  for (const [position, { notable }] of timed.entries()) {
    const { mark, entry } = notable;
    const wasOpen = state.current !== undefined && !state.current.ended;
    if (mark !== undefined) {
      actions[mark.kind]?.(state, { mark, at: entry.at ?? entry.innerAt, pid: entry.pid, position });
    }
    if (wasOpen && state.current?.ended === true) state.boundary = position + 1;
    state.spanOf.push(state.current?.index ?? -1);
  }
  const { drafts, spanOf, healthyFrom, gaveUp, retrying } = state;
  return { spans: drafts.map(spanOfDraft), spanOf, healthyFrom, gaveUp, retrying };
};
