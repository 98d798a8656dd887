import { ask, type Inquiry } from '../ask/inquiry.ts';
import { isAbsolute } from '../ask/path.ts';
import type { Scene } from '../ask/scene.ts';
import { quoteWord } from '../shell-words.ts';
import type { Answer, Query } from '../types.ts';
import { type ProbeKind, param } from './kind.ts';

const day = 86_400_000;

/** Whole days between two moments, rounded down: what ended a minute ago is -1. */
const days = (from: number, until: number): number => Math.floor((until - from) / day);

function* inquire(query: Query, { now }: Scene): Inquiry<Answer> {
  const [path, key, authority] = [param(query, 'path'), param(query, 'key'), param(query, 'ca')];
  if (![path, key, authority].every((one, index) => (index > 0 && one === '') || isAbsolute(one)))
    return { known: false, why: 'not-asked' };
  const reply = yield* ask({
    read: 'certificate',
    path,
    ...(key !== '' && { key }),
    ...(authority !== '' && { authority }),
  });
  if (!reply.known) return reply;
  if (!reply.exists) return { known: true, facts: { exists: false } };
  const keyFits = reply['key-fits'];
  const authorityFits = reply['authority-fits'];
  return {
    known: true,
    facts: {
      exists: true,
      readable: true,
      valid: reply.valid,
      ...(reply.until !== undefined && { 'days-left': days(now, reply.until) }),
      ...(reply.from !== undefined && { 'days-since-start': days(reply.from, now) }),
      ...(keyFits !== undefined && { 'key-fits': keyFits }),
      ...(authorityFits !== undefined && { 'ca-fits': authorityFits }),
    },
  };
}

export const certificate: ProbeKind = {
  ask: 'certificate',
  about: 'a certificate in PEM: is it one, its dates in days from now, does the key fit, did the authority sign it',
  params: { path: 'text', 'key?': 'text', 'ca?': 'text' },
  facts: {
    exists: 'boolean',
    readable: 'boolean',
    valid: 'boolean',
    'days-left': 'number',
    'days-since-start': 'number',
    'key-fits': 'boolean',
    'ca-fits': 'boolean',
  },
  command: (query) => `openssl x509 -noout -subject -dates -in ${quoteWord(param(query, 'path'))}`,
  inquire,
};
