import { ask } from '../ask/inquiry.ts';
import { quoteWord } from '../shell-words.ts';
import { type ProbeKind, param } from './kind.ts';

export const environment: ProbeKind = {
  ask: 'environment',
  about: 'a variable of the caller',
  params: { name: 'text' },
  facts: { set: 'boolean', value: 'text' },
  command: (query) => `printenv ${quoteWord(param(query, 'name'))}`,
  *inquire(query) {
    const name = param(query, 'name');
    if (!/^[A-Za-z_]\w{0,100}$/.test(name)) return { known: false, why: 'not-asked' };
    const reply = yield* ask({ read: 'variable', name });
    if (!reply.known) return reply;
    // the docker client takes an empty variable for none
    const set = reply.value !== undefined && reply.value !== '';
    return { known: true, facts: { set, ...(set && { value: reply.value }) } };
  },
};
