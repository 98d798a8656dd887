import { basesDir } from '../guest/places.ts';
import type { SuiteName } from '../guest/suites.ts';
import type { Step } from './fault.ts';
import { sh } from './steps.ts';

/** Programs of another suite in the place of the guest's own, as a half-done upgrade leaves them. */
export const borrow = (suite: SuiteName): { put: (path: string) => Step; putBack: (path: string) => Step } => ({
  put: (path) =>
    sh(
      [
        `from=$(ls -dt ${basesDir}/${suite}-*/ | grep -v building | head -1)`,
        `[ -n "$from" ] || { echo "the root file system of ${suite} is not made: npm run lab -- up ${suite}" >&2; exit 1; }`,
        `mv ${path} ${path}.own && cp -a "$from${path}" ${path}`,
      ].join('\n'),
    ),
  putBack: (path) => sh(`mv -f ${path}.own ${path}`),
});
