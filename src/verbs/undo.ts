import { UsageError } from '../errors.ts';
import type { Manifest } from '../hosts/hands/index.ts';
import { lookOf } from '../look.ts';
import type { Options } from '../options.ts';
import { safeText } from '../report/index.ts';
import type { World } from '../world.ts';
import { showConflict } from './fix/show.ts';

const words: Readonly<Record<Manifest['state'], string>> = {
  done: 'done',
  open: 'broken off in the middle',
  undone: 'taken back',
};

const lineOf = ({ id, cause, title, state }: Manifest): string => `  ${id}  ${words[state]}  ${title} [${cause}]\n`;

/** Lists what was changed on this host, or takes one fix back, to the byte. */
export const undo = async (options: Options, world: World): Promise<number> => {
  const { operands } = options;
  const { env, stdout, stderr } = world;
  const look = lookOf(options, world);
  const [id, ...more] = operands;
  if (more.length > 0) throw new UsageError('undo takes one fix at a time', 'docker-why undo lists them');
  const { openHands } = await import('../hosts/hands/index.ts');
  const hands = openHands(env);
  if (id === undefined) {
    const all = await hands.list();
    stdout.write(all.length === 0 ? 'docker-why has changed nothing here.\n' : safeText(all.map(lineOf).join('')));
    if (all.length > 0) stdout.write('docker-why undo ID takes one back.\n');
    return 0;
  }
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
