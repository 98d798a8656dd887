import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { closeGrounds, kinds, titleOf } from './grounds.ts';
import { edit, howOf, openBench, planOf, treeOf } from './lab.ts';

const isRoot = process.getuid?.() === 0;

afterAll(closeGrounds);

for (const kind of kinds)
  describe.skipIf(kind.missing !== undefined)(titleOf(kind), () => {
    test('a change, and back to the byte, with mode and owner', async () => {
      const { host, hands } = openBench(kind);
      const path = join(host, 'daemon.json');
      writeFileSync(path, '\uFEFF{\r\n\t"a": 1\r\n}');
      chmodSync(path, 0o640);
      if (isRoot) chownSync(path, 12, 34);
      const before = treeOf(host);
      const { id, state } = await hands.perform(planOf(edit(path, '{}\n')), howOf());
      expect(state).toBe('done');
      expect(readFileSync(path, 'utf8')).toBe('{}\n');
      expect(statSync(path).mode & 0o7777).toBe(0o640);
      if (isRoot) expect([statSync(path).uid, statSync(path).gid]).toEqual([12, 34]);
      expect(readdirSync(host)).toEqual(['daemon.json']);
      expect((await hands.undo(id)).conflicts).toEqual([]);
      expect(treeOf(host)).toEqual(before);
      expect((await hands.list()).map((one) => one.state)).toEqual(['undone']);
    });

    test('a link stays a link, and what it leads to is written; also where that is not there yet', async () => {
      const { host, hands } = openBench(kind);
      mkdirSync(join(host, 'etc'));
      mkdirSync(join(host, 'store'));
      writeFileSync(join(host, 'store/real.json'), 'old');
      symlinkSync('../store/real.json', join(host, 'etc/daemon.json'));
      symlinkSync('../store/new.json', join(host, 'etc/dangling.json'));
      const before = treeOf(host);
      const plan = planOf(edit(join(host, 'etc/daemon.json'), 'new'), edit(join(host, 'etc/dangling.json'), 'made'));
      const { id } = await hands.perform(plan, howOf());
      expect(lstatSync(join(host, 'etc/daemon.json')).isSymbolicLink()).toBe(true);
      expect(lstatSync(join(host, 'etc/dangling.json')).isSymbolicLink()).toBe(true);
      expect(readFileSync(join(host, 'store/real.json'), 'utf8')).toBe('new');
      expect(readFileSync(join(host, 'store/new.json'), 'utf8')).toBe('made');
      await hands.undo(id);
      expect(treeOf(host)).toEqual(before);
    });

    test('a new file and the folders made for it go again, unless somebody else put something there', async () => {
      const { host, hands } = openBench(kind);
      const before = treeOf(host);
      const plan = planOf(edit(join(host, 'a/b/one'), '1'), edit(join(host, 'a/b/two'), '2'));
      const { id } = await hands.perform(plan, howOf());
      expect(statSync(join(host, 'a/b/one')).mode & 0o7777).toBe(0o644);
      expect(statSync(join(host, 'a/b')).mode & 0o7777).toBe(0o755);
      await hands.undo(id);
      expect(treeOf(host)).toEqual(before);
      const again = await hands.perform(plan, howOf());
      writeFileSync(join(host, 'a/guest'), '');
      await hands.undo(again.id);
      expect(Object.keys(treeOf(host))).toEqual(['a', 'a/guest']);
    });

    test('aside and back; a new file in its place goes first', async () => {
      const { host, hands } = openBench(kind);
      mkdirSync(join(host, 'state'));
      writeFileSync(join(host, 'state/db'), 'x');
      const before = treeOf(host);
      const [path, to] = [join(host, 'state'), join(host, 'state.aside')];
      const { id } = await hands.perform(
        planOf({ do: 'aside', path, to }, { do: 'edit', path, after: 'a file' }),
        howOf(),
      );
      expect(readFileSync(path, 'utf8')).toBe('a file');
      expect((await hands.undo(id)).conflicts).toEqual([]);
      expect(treeOf(host)).toEqual(before);
    });

    test('what was moved aside is not put back over something new, nor said to be back where it is gone', async () => {
      const { host, hands } = openBench(kind);
      const [path, to] = [join(host, 'db'), join(host, 'db.aside')];
      writeFileSync(path, 'old');
      const { id } = await hands.perform(planOf({ do: 'aside', path, to }), howOf());
      writeFileSync(path, 'new');
      expect((await hands.undo(id)).conflicts).toEqual([{ path }]);
      expect([readFileSync(path, 'utf8'), readFileSync(to, 'utf8')]).toEqual(['new', 'old']);
      rmSync(path);
      rmSync(to);
      expect((await hands.undo(id)).conflicts).toEqual([{ path }]);
    });

    test('a program that fails takes everything back, what was run too', async () => {
      const { host, hands } = openBench(kind);
      const path = join(host, 'file');
      writeFileSync(path, 'old');
      writeFileSync(join(host, 'pid'), '1');
      const before = treeOf(host);
      const plan = planOf(
        edit(path, 'new'),
        edit(join(host, 'made/new'), 'new'),
        { do: 'aside', path: join(host, 'pid'), to: join(host, 'pid.aside') },
        { do: 'run', argv: ['touch', join(host, 'touched')], undo: ['rm', join(host, 'touched')] },
        { do: 'run', argv: ['ls', '/no/such/place'], undo: ['touch', join(host, 'wrong')] },
      );
      const failure = await hands.perform(plan, howOf()).catch((error: unknown) => error);
      expect(String(failure)).toContain('ls /no/such/place failed (2)');
      expect(failure).toMatchObject({ hint: expect.stringContaining('what it had changed was taken back') });
      expect(treeOf(host)).toEqual(before);
    });

    test('a program that is not installed is said by name', async () => {
      const { hands } = openBench(kind);
      await expect(hands.perform(planOf({ do: 'run', argv: ['no-such-program'] }), howOf())).rejects.toMatchObject({
        hint: expect.stringContaining('no-such-program is not installed'),
      });
    });

    test('what cannot be taken back is said, and the rest is taken back', async () => {
      const { host, hands } = openBench(kind);
      const path = join(host, 'file');
      writeFileSync(path, 'old');
      const plan = planOf(
        edit(path, 'new'),
        { do: 'run', argv: ['true'], undo: ['ls', '/no/such/place'] },
        { do: 'run', argv: ['false'] },
      );
      const failure = await hands.perform(plan, howOf()).catch((error: unknown) => error);
      expect(failure).toMatchObject({ hint: expect.stringContaining('not taken back: ls /no/such/place') });
      expect(readFileSync(path, 'utf8')).toBe('old');
    });

    test.skipIf(!isRoot)(
      'a state that was moved aside comes back; the new one that a service began is kept',
      async () => {
        const { hands } = openBench(kind);
        const folder = mkdtempSync('/var/lib/docker-why-test-');
        const [path, to] = [join(folder, 'buildkit'), join(folder, 'buildkit.aside')];
        try {
          mkdirSync(path);
          writeFileSync(join(path, 'db'), 'old');
          const { id } = await hands.perform(planOf({ do: 'aside', path, to }), howOf());
          mkdirSync(path);
          writeFileSync(join(path, 'db'), 'new');
          expect((await hands.undo(id)).conflicts).toEqual([]);
          expect(readFileSync(join(path, 'db'), 'utf8')).toBe('old');
          expect(readFileSync(join(`${to}-after`, 'db'), 'utf8')).toBe('new');
        } finally {
          rmSync(folder, { recursive: true });
        }
      },
    );

    test('what a program wrote is put back to the byte; where somebody changed it since, its own undo does', async () => {
      const { host, hands } = openBench(kind);
      const [group, fresh] = [join(host, 'group'), join(host, 'fresh')];
      writeFileSync(group, 'root:x:0:\n', { mode: 0o640 });
      const before = treeOf(host);
      const argv = ['sh', '-c', `echo docker:x:999: >> ${group}; echo new > ${fresh}`];
      const touches = [group, fresh, join(host, 'never')];
      const undo = ['sh', '-c', `sed -i /^docker:/d ${group}; rm ${fresh}`];
      const run = { do: 'run', argv, undo, touches } as const;
      const first = await hands.perform(planOf(run), howOf());
      expect(readFileSync(group, 'utf8')).toContain('docker');
      expect((await hands.undo(first.id)).conflicts).toEqual([]);
      expect(treeOf(host)).toEqual(before);

      const second = await hands.perform(planOf(run), howOf());
      writeFileSync(group, `${readFileSync(group, 'utf8')}bob:x:1000:\n`);
      expect((await hands.undo(second.id)).conflicts).toEqual([]);
      expect(readFileSync(group, 'utf8')).toBe('root:x:0:\nbob:x:1000:\n');

      const third = await hands.perform(planOf({ do: 'run', argv, touches }), howOf());
      writeFileSync(group, 'theirs');
      expect((await hands.undo(third.id)).conflicts).toMatchObject([{ path: group, now: 'theirs' }]);
      expect(readFileSync(group, 'utf8')).toBe('theirs');
    });

    test('a program that fails when half its work is done: what it wrote is put back', async () => {
      const { host, hands } = openBench(kind);
      const group = join(host, 'group');
      writeFileSync(group, 'old');
      const argv = ['sh', '-c', `echo half > ${group}; exit 1`];
      await expect(hands.perform(planOf({ do: 'run', argv, touches: [group] }), howOf())).rejects.toThrow('failed (1)');
      expect(readFileSync(group, 'utf8')).toBe('old');
    });

    test('a start that fails is judged by what comes of it: nothing is taken back', async () => {
      const { host, hands } = openBench(kind);
      const path = join(host, 'file');
      writeFileSync(path, 'old');
      const { state } = await hands.perform(
        planOf(edit(path, 'new'), { do: 'run', argv: ['false'], judged: true }),
        howOf(),
      );
      expect([state, readFileSync(path, 'utf8')]).toEqual(['done', 'new']);
    });

    test('systemd reads its files again after they are back', async () => {
      const { host, hands } = openBench(kind);
      const [path, seen] = [join(host, 'unit'), join(host, 'seen')];
      writeFileSync(path, 'old');
      const reload = ['cp', path, seen, '--suffix=daemon-reload'];
      const undo = [...reload.slice(0, 3), '--suffix', 'daemon-reload'];
      const { id } = await hands.perform(planOf(edit(path, 'new'), { do: 'run', argv: reload, undo }), howOf());
      expect(readFileSync(seen, 'utf8')).toBe('new');
      await hands.undo(id);
      expect(readFileSync(seen, 'utf8')).toBe('old');
    });

    test('a file that is no longer what the plan was made for is not touched', async () => {
      const { host, hands } = openBench(kind);
      const path = join(host, 'file');
      writeFileSync(path, 'old');
      const plan = planOf(edit(path, 'new'));
      writeFileSync(path, 'theirs');
      await expect(hands.perform(plan, howOf())).rejects.toThrow('was changed while the fix was being prepared');
      expect(readFileSync(path, 'utf8')).toBe('theirs');
      await expect(
        hands.perform(planOf({ do: 'edit', path: join(host, 'file'), after: 'n' }), howOf()),
      ).rejects.toThrow('was changed');
    });

    test('a file in another encoding is refused, so that no letter is lost', async () => {
      const { host, hands } = openBench(kind);
      const path = join(host, 'subuid');
      writeFileSync(path, Buffer.from([0x23, 0xe9, 0x0a]));
      await expect(hands.perform(planOf(edit(path, 'x')), howOf())).rejects.toThrow('is no UTF-8');
      expect([...readFileSync(path)]).toEqual([0x23, 0xe9, 0x0a]);
    });

    test('undo of a file that was changed or removed since is refused as a whole', async () => {
      const { host, hands } = openBench(kind);
      const [one, two] = [join(host, 'one'), join(host, 'two')];
      writeFileSync(one, '1');
      writeFileSync(two, '2');
      const { id } = await hands.perform(planOf(edit(one, 'new'), edit(two, 'new')), howOf());
      writeFileSync(two, 'theirs');
      expect((await hands.undo(id)).conflicts).toEqual([{ path: two, now: 'theirs', kept: '2' }]);
      expect([readFileSync(one, 'utf8'), readFileSync(two, 'utf8')]).toEqual(['new', 'theirs']);
      rmSync(two);
      expect((await hands.undo(id)).conflicts).toEqual([{ path: two, kept: '2' }]);
      expect(existsSync(two)).toBe(false);
    });

    test('a damaged backup is not put back', async () => {
      const { host, state, hands } = openBench(kind);
      const path = join(host, 'file');
      writeFileSync(path, 'old');
      const { id } = await hands.perform(planOf(edit(path, 'new')), howOf());
      writeFileSync(join(state, id, 'file-0'), 'ol');
      await expect(hands.undo(id)).rejects.toThrow('is damaged, so nothing was changed');
      expect(readFileSync(path, 'utf8')).toBe('new');
    });

    test('undoing twice is undoing once', async () => {
      const { host, hands } = openBench(kind);
      const path = join(host, 'file');
      writeFileSync(path, 'old');
      const { id } = await hands.perform(planOf(edit(path, 'new')), howOf());
      await hands.undo(id);
      writeFileSync(path, 'theirs');
      expect((await hands.undo(id)).conflicts).toEqual([]);
      expect(readFileSync(path, 'utf8')).toBe('theirs');
    });
  });
