import { join } from 'node:path';
import { openHands } from '../../src/hosts/hands/index.ts';
import { edit, planOf } from '../hosts/hands/lab.ts';

/** Performs a plan, or takes one back, in the folder it is given; its parent kills it somewhere in between. */
const [verb = '', host = '', state = '', id = ''] = process.argv.slice(2);
const hands = openHands({ DOCKER_WHY_STATE: state });
const plan = planOf(
  edit(join(host, 'daemon.json'), 'new\n'.repeat(5000)),
  edit(join(host, 'subuid'), 'new subuid\n'),
  { do: 'aside', path: join(host, 'pid'), to: join(host, 'pid.aside') },
  edit(join(host, 'unit.d/x.conf'), 'new unit\n'),
  { do: 'run', argv: ['touch', join(host, 'run')], undo: ['rm', '-f', join(host, 'run')] },
);

process.stdout.write('ready\n');
if (verb === 'undo') await hands.undo(id);
else await hands.perform(plan, { id, made: '2026-11-24T12:00:00.000Z', by: '0' });
