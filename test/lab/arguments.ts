import { assertCanRun, LabError } from './guest/can-run.ts';
import { isSuite, type SuiteName, suiteNames } from './guest/suites.ts';

/** A wrong option is a sentence, like every other refusal of the lab. */
export const orRefuse = <Parsed>(parse: () => Parsed): Parsed => {
  try {
    return parse();
  } catch (error) {
    throw new LabError(error instanceof Error ? error.message : String(error));
  }
};

export const suiteNamed = (word: string | undefined): SuiteName => {
  if (word !== undefined && isSuite(word)) return word;
  throw new LabError(`${word ?? 'nothing'} is not a suite: ${suiteNames.join(', ')}`);
};

export const jobsOf = (word: string): number => {
  if (/^[1-9]\d?$/.test(word)) return Number(word);
  throw new LabError(`--jobs takes a number of guests at a time, not ${word}`);
};

export const suitesOf = (words: string): readonly SuiteName[] =>
  words.split(',').map((word) => {
    const suite = suiteNamed(word);
    assertCanRun(suite);
    return suite;
  });

/** A comma parts globs, inside braces too. */
export const oneGlob = (globs: string): string => (globs.includes(',') ? `{${globs}}` : globs);
