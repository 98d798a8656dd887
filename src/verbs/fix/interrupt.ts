import { MendError } from '../../errors.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface Interruption {
  readonly isAsked: () => boolean;
  /** Throws where somebody asked to stop: what is done so far is taken back. */
  readonly check: () => void;
}

/** While something is being changed, Ctrl-C and a lost connection do not end docker-why: it takes back and then ends. */
export const heedingSignals = async <Result>(
  work: (interruption: Interruption) => Promise<Result>,
): Promise<Result> => {
  let isAsked = false;
  const ask = (): void => {
    isAsked = true;
  };
  const others = signals.map((signal) => ({ signal, listeners: process.listeners(signal) }));
  for (const { signal, listeners } of others) {
    process.on(signal, ask);
    for (const listener of listeners) process.off(signal, listener);
  }
  try {
    return await work({
      isAsked: () => isAsked,
      check: () => {
        if (isAsked) throw new MendError('cancelled', '');
      },
    });
  } finally {
    for (const { signal, listeners } of others) {
      for (const listener of listeners) process.on(signal, listener);
      process.off(signal, ask);
    }
  }
};
