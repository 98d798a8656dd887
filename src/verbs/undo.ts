import { MendError, UsageError } from '../errors.ts';
import type { Hands, Manifest } from '../hosts/hands/index.ts';
import { lookOf } from '../look.ts';
import type { Options } from '../options.ts';
import { type ReportOptions, safeText } from '../report/index.ts';
import type { World } from '../world.ts';
import { bedsideOf } from './fix/bench.ts';
import { checkHost, openPatient, type Patient } from './fix/patient.ts';
import { showConflict } from './fix/show.ts';

const words: Readonly<Record<Manifest['state'], string>> = {
  done: 'done',
  open: 'broken off in the middle',
  undone: 'taken back',
};

const lineOf = ({ id, cause, title, state }: Manifest): string => `  ${id}  ${words[state]}  ${title} [${cause}]\n`;

const list = async (hands: Hands, way: string, { stdout }: World): Promise<number> => {
  const all = await hands.list();
  stdout.write(all.length === 0 ? 'docker-why has changed nothing here.\n' : safeText(all.map(lineOf).join('')));
  if (all.length > 0) stdout.write(`docker-why undo ID${way} takes one back.\n`);
  return 0;
};

const takeBack = async (hands: Hands, id: string, look: ReportOptions, { stdout, stderr }: World): Promise<number> => {
  const { manifest, conflicts } = await hands.undo(id);
  if (conflicts.length > 0) {
    const names = conflicts.map(({ path }) => path).join(', ');
    const hint = 'nothing was taken back; put back by hand what you need';
    stderr.write(`${safeText(`docker-why: changed since: ${names}: ${hint}`)}\n`);
    for (const conflict of conflicts) stdout.write(showConflict(conflict, look));
    return 1;
  }
  stdout.write(safeText(`Taken back: ${manifest.title}\n`));
  for (const item of manifest.items) {
    if (item.do === 'run' && item.undo === undefined)
      stdout.write(safeText(`  not taken back: ${item.argv.join(' ')}\n`));
    else if (item.do !== 'run') stdout.write(safeText(`  ${item.path}\n`));
  }
  stdout.write('Docker takes note when it is restarted: sudo systemctl restart docker\n');
  return 0;
};

/** On another host it is said first as who. */
const handsOf = async (patient: Patient, { user }: Options, { stderr }: World): Promise<Hands> => {
  const rights = await patient.rights(user);
  const words = await patient.words(rights);
  if (words !== undefined) stderr.write(`${safeText(words)}\n`);
  const hands = await patient.reach(rights);
  if (hands !== undefined) return hands;
  throw new MendError(`this needs root on ${patient.name}`, 'log in there as root: --host ssh://root@HOST');
};

/** Lists what was changed on a host, or takes one fix back, to the byte. */
export const undo = async (options: Options, world: World): Promise<number> => {
  const [id, ...more] = options.operands;
  if (more.length > 0) throw new UsageError('undo takes one fix at a time', 'docker-why undo lists them');
  checkHost(options, 'undo');
  const patient = await openPatient(options, world, bedsideOf(options, world));
  try {
    const hands = await handsOf(patient, options, world);
    return await (id === undefined
      ? list(hands, patient.way, world)
      : takeBack(hands, id, lookOf(options, world), world));
  } finally {
    await patient.close();
  }
};
