import { expect, test } from 'vitest';
import type { Attempt, Diagnosis } from '../../src/core/types.ts';
import { attemptSentence } from '../../src/report/attempts.ts';
import { base } from './diagnoses.ts';

const failed: Attempt = { unit: 'docker.service', result: 'failed', start: 'Nov 24 02:14:43', end: 'Nov 24 02:14:45' };
const sentence = (change: Partial<Diagnosis>): string => attemptSentence({ ...base, ...change });

test.each<readonly [string, Partial<Diagnosis>]>([
  ['', {}],
  ['', { attempts: [{ unit: 'docker.service', result: 'started' }] }],
  ['Docker was started between Nov 24 02:14:43 and 02:14:45, and failed.', { attempts: [failed] }],
  ['Docker was started, and failed.', { attempts: [{ unit: 'docker.service', result: 'failed' }] }],
  [
    'docker.socket was started at 1, and failed (start-limit-hit).',
    { attempts: [{ unit: 'docker.socket', result: 'failed', start: '1', end: '1', reason: 'start-limit-hit' }] },
  ],
  [
    '2 starts of Docker failed, the last between Nov 24 02:14:43 and 02:14:45 (status=1/FAILURE).',
    { attempts: [failed, { ...failed, reason: 'exit-code', status: 'status=1/FAILURE' }] },
  ],
  [
    'Docker was started, and failed. Then it came up.',
    {
      attempts: [
        { unit: 'docker.service', result: 'failed' },
        { unit: 'docker.service', result: 'started' },
      ],
    },
  ],
  [
    'Docker was started 5 times between 2026-11-24T02:14:43Z and 2026-11-24T02:14:45Z, each failed.',
    { attempts: [failed], loop: { attempts: 5, from: '2026-11-24T02:14:43Z', to: '2026-11-24T02:14:45Z' } },
  ],
  [
    'Docker was started 3 times, and failed again and again.',
    { attempts: [failed, { ...failed, result: 'started' }, failed], loop: { attempts: 3 } },
  ],
])('%s', (text, change) => {
  expect(sentence(change)).toBe(text);
});
