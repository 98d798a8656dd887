import { execIn } from '../guest/exec.ts';
import { toolDir } from '../guest/places.ts';
import type { Guest } from '../guest/registry.ts';
import type { SuiteName } from '../guest/suites.ts';
import type { NamedFault } from './fault.ts';
import { differences, filesOf } from './files.ts';
import { type Health, healedOf, healthOf, observeFault, perform } from './perform.ts';
import type { Mark } from './trial.ts';

/** One fault that docker-why mends itself, and takes its mend back. */
export interface Mending {
  readonly fault: NamedFault;
  readonly suite: SuiteName;
  /** `unasked`: docker-why has no fix that it may do by itself. */
  readonly mended: Mark;
  readonly undone: Mark;
  readonly healed: Mark;
  readonly seconds: number;
  readonly remarks: readonly string[];
}

const tool = [`${toolDir}/node`, `${toolDir}/app/dist/cli.js`];

const why = (guest: Guest, words: readonly string[], input = '') =>
  execIn(guest, { argv: [...tool, ...words], input, seconds: 300 });

const idsIn = (text: string): readonly string[] => text.match(/\d{8}-\d{6}-[a-z0-9]{4}/g) ?? [];

/** Newest first, as they are listed. */
const undoAll = async (guest: Guest, known: ReadonlySet<string>): Promise<readonly string[]> => {
  const listed = (await why(guest, ['undo'])).stdout.split('\n').filter((line) => !line.includes('taken back'));
  const failures: string[] = [];
  for (const id of listed.flatMap(idsIn).filter((one) => !known.has(one))) {
    const { code, stdout, stderr } = await why(guest, ['undo', id]);
    if (code !== 0) failures.push(`${id}: ${stdout}${stderr}`.trim());
  }
  return failures;
};

/** The command that failed, once more, and a container. */
const worksNow = async (guest: Guest, fault: NamedFault): Promise<Health> => {
  if (!('restart' in fault.observe) && fault.again !== false) {
    const again = await observeFault(guest, fault);
    if (again.broken) return { well: false, why: `again: ${again.reply.stderr.slice(0, 300)}` };
  }
  return healthOf(guest);
};

export const nothingMended = (fault: NamedFault, suite: SuiteName, remark: string, seconds: number): Mending => ({
  ...{ fault, suite, mended: 'no', undone: 'unasked', healed: 'unasked' },
  ...{ seconds, remarks: [remark] },
});

const mark = (is: boolean): Mark => (is ? 'yes' : 'no');

/** Broken, mended by `docker-why fix --yes`, a container run, undone to the byte, healed. */
export const mendFault = async (guest: Guest, fault: NamedFault, _tool: unknown, before: Health): Promise<Mending> => {
  const began = Date.now();
  const seconds = () => (Date.now() - began) / 1000;
  if (!before.well) return nothingMended(fault, guest.suite, `not healthy before: ${before.why}`, seconds());
  const known = new Set(idsIn((await why(guest, ['undo'])).stdout));
  await perform(guest, fault.inject);
  const broken = await observeFault(guest, fault);
  if (!broken.broken) return nothingMended(fault, guest.suite, 'did not break', seconds());
  const files = await filesOf(guest);
  // what a command printed is piped in; after a restart there is only the host
  const said = 'restart' in fault.observe ? '' : `${broken.reply.stdout}${broken.reply.stderr}`;
  const fixed = await why(guest, ['fix', '--yes'], said);
  const did = fixed.stdout.includes('done; docker-why undo');
  const works = did ? await worksNow(guest, fault) : { well: false, why: '' };
  const failures = await undoAll(guest, known);
  const left = differences(files, await filesOf(guest));
  await perform(guest, fault.heal);
  const health = await healedOf(guest, fault);
  // 1: it says itself that it did not help, or that it cannot know since Docker was up all the time
  const honest = fixed.code === 1;
  const mended = works.well && (fixed.code === 0 || fixed.stdout.includes('Run again what failed'));
  return {
    ...{ fault, suite: guest.suite, seconds: seconds() },
    mended: mended || (did && !honest) ? mark(mended) : 'unasked',
    undone: did ? mark(failures.length === 0 && left.length === 0) : mark(left.length === 0),
    healed: mark(health.well),
    remarks: [
      ...(mended ? [] : [`exit ${fixed.code}: ${works.why} ${fixed.stdout.slice(-1500)}${fixed.stderr}`]),
      ...failures,
      ...left.slice(0, 6),
      ...(health.well ? [] : [`not healed: ${health.why}`]),
    ],
  };
};
