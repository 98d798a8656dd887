import { join } from 'node:path';
import { openConversation } from '../../src/guide/conversation.ts';
import { openHands } from '../../src/hosts/hands/index.ts';
import { lookOf } from '../../src/look.ts';
import { readOptions } from '../../src/options.ts';
import { asciiText, safeText } from '../../src/report/index.ts';
import { chooseWithPerson } from '../../src/verbs/fix/choose.ts';
import { edit, planOf } from '../hosts/hands/lab.ts';

/** The conversation of `docker-why fix`, about a folder instead of a host. */
const [folder = ''] = process.argv.slice(2);
const { stdin, stdout, stderr, env } = process;
const look = lookOf(readOptions([]), { stdin, stdout, stderr, env, now: 0 });
const talk = await openConversation(look.unicode ? safeText : asciiText, look.unicode);
const plans = [
  { ...planOf(edit(join(folder, 'daemon.json'), '{\n  "debug": true\n}\n')), title: 'Turn \u001b[2Jdebugging on' },
  { ...planOf({ do: 'run', argv: ['true'] }), title: 'Lose everything', risk: 'data' as const },
];
const chosen = await chooseWithPerson(plans, { look, talk, say: (text) => stdout.write(text) });
if (chosen === 'cancelled') process.exit(130);
if (typeof chosen === 'string') process.exit(1);
const hands = openHands({ DOCKER_WHY_STATE: join(folder, 'state') });
await hands.perform(chosen, { id: '20261124-120000-aaaa', made: '2026-11-24T12:00:00.000Z', by: '0' });
stdout.write('MENDED\n');
