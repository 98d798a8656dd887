/** Set by a signal: from then on no guest is booted, since nobody would take it down. */
let stopping = false;

export const isStopping = (): boolean => stopping;

/** False if it was set before: a second Ctrl-C does not cut the first one short. */
export const beginStop = (): boolean => {
  if (stopping) return false;
  stopping = true;
  return true;
};
