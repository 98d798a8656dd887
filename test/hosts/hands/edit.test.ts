import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { closeGrounds, kinds, titleOf } from './grounds.ts';
import { edit, handsAt, howOf, openBench, planOf, treeOf } from './lab.ts';

const mounted: string[] = [];

/** A file system of a few pages, or the reason why there is none. */
const mountTiny = (path: string, options: string): boolean => {
  mkdirSync(path, { recursive: true });
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', path]);
  if (status === 0) mounted.push(path);
  return status === 0;
};

const remount = (path: string, options: string): boolean =>
  spawnSync('mount', ['-o', `remount,${options}`, path]).status === 0;

afterEach(() => {
  for (const path of mounted.splice(0)) spawnSync('umount', [path]);
});

/** Takes all that is left. */
const fillUp = (path: string): void => {
  spawnSync('dd', ['if=/dev/zero', `of=${join(path, 'filler')}`, 'bs=4096']);
};

const failureOf = async (doing: Promise<unknown>): Promise<{ readonly message: string; readonly hint: string }> => {
  const error = await doing.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error) || !('hint' in error)) throw new Error(`no sentence: ${String(error)}`);
  return { message: error.message, hint: String(error.hint) };
};

afterAll(closeGrounds);

for (const kind of kinds)
  describe.skipIf(kind.missing !== undefined)(titleOf(kind), () => {
    test('a full disk: what was changed before it is taken back', async ({ skip }) => {
      const { host, hands } = openBench(kind);
      const full = join(host, 'full');
      if (!mountTiny(full, 'size=16k')) skip('this needs root and tmpfs');
      writeFileSync(join(host, 'first'), 'old');
      writeFileSync(join(full, 'second'), 'old');
      fillUp(full);
      const before = treeOf(host);
      const plan = planOf(edit(join(host, 'first'), 'new'), edit(join(full, 'second'), 'new'.repeat(9000)));
      const { message, hint } = await failureOf(hands.perform(plan, howOf()));
      expect(message).toContain('the disk is full');
      expect(hint).toContain('what it had changed was taken back');
      expect(treeOf(host)).toEqual(before);
    });

    test('a read-only file system: said, and nothing is changed', async ({ skip }) => {
      const { host, hands } = openBench(kind);
      const etc = join(host, 'etc');
      if (!mountTiny(etc, 'size=64k')) skip('this needs root and tmpfs');
      writeFileSync(join(host, 'first'), 'old');
      writeFileSync(join(etc, 'daemon.json'), '{}');
      if (!remount(etc, 'ro')) skip('this cannot be mounted read-only here');
      const before = treeOf(host);
      for (const path of [join(etc, 'daemon.json'), join(etc, 'new.d/new')]) {
        const failure = await failureOf(
          hands.perform(planOf(edit(join(host, 'first'), 'new'), edit(path, 'x')), howOf()),
        );
        expect(failure.message).toContain('the file system is read-only');
        expect(treeOf(host)).toEqual(before);
      }
      const aside = planOf({ do: 'aside', path: join(etc, 'daemon.json'), to: join(etc, 'aside') });
      expect((await failureOf(hands.perform(aside, howOf()))).message).toContain('the file system is read-only');
    });

    test('no room for the backup, at the start or in the middle: nothing is changed', async ({ skip }) => {
      const { host, state } = openBench(kind);
      if (!mountTiny(state, 'size=64k')) skip('this needs root and tmpfs');
      const hands = handsAt(state, kind);
      writeFileSync(join(host, 'small'), 'old');
      writeFileSync(join(host, 'large'), 'old'.repeat(40_000));
      const before = treeOf(host);
      const middle = planOf(edit(join(host, 'small'), 'new'), edit(join(host, 'large'), 'new'));
      expect((await failureOf(hands.perform(middle, howOf()))).message).toContain('the disk is full');
      expect(treeOf(host)).toEqual(before);
      fillUp(state);
      const { message, hint } = await failureOf(hands.perform(planOf(edit(join(host, 'small'), 'new')), howOf()));
      expect(`${message} ${hint}`).toMatch(/disk is full.*nothing was changed|nothing was changed.*disk is full/s);
      expect(treeOf(host)).toEqual(before);
      rmSync(join(state, 'filler'));
      await hands.perform(planOf(edit(join(host, 'small'), 'new')), howOf());
      expect(readFileSync(join(host, 'small'), 'utf8')).toBe('new');
    });

    test('a fix can be taken back while the disk of the backups is full', async ({ skip }) => {
      const { host, state } = openBench(kind);
      if (!mountTiny(state, 'size=64k')) skip('this needs root and tmpfs');
      const hands = handsAt(state, kind);
      writeFileSync(join(host, 'one'), 'old');
      const before = treeOf(host);
      const { id } = await hands.perform(planOf(edit(join(host, 'one'), 'new')), howOf());
      fillUp(state);
      const failure = await hands.undo(id).catch((error: unknown) => error);
      // where not even the lock fits, that is said, and nothing is half done
      if (failure instanceof Error) {
        expect(failure.message).toContain('nothing was changed');
        rmSync(join(state, 'filler'));
        await hands.undo(id);
      }
      expect(treeOf(host)).toEqual(before);
    });

    test('a place for backups that cannot be made is said, and nothing is changed', async () => {
      const { host } = openBench(kind);
      writeFileSync(join(host, 'file'), 'old');
      writeFileSync(join(host, 'one'), 'old');
      const hands = handsAt(join(host, 'file/state'), kind);
      const failure = await failureOf(hands.perform(planOf(edit(join(host, 'one'), 'new')), howOf()));
      expect(failure.message).toContain('so nothing was changed');
      expect(readFileSync(join(host, 'one'), 'utf8')).toBe('old');
      expect(existsSync(join(host, 'file/state'))).toBe(false);
    });
  });
