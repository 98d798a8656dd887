import { spawnSync } from 'node:child_process';
import {
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
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { quoteArgv } from '../../../../src/core/shell-words.ts';
import { orderOf } from '../../../../src/hosts/hands/far/orders.ts';
import { prologue as changing } from '../../../../src/hosts/hands/far/prologue.ts';
import { prologue as answering } from '../../../../src/hosts/shell/prologue.ts';
import { closeGrounds, shells, titleOf } from '../grounds.ts';

const folder = mkdtempSync(join(tmpdir(), 'docker-why-far-'));

afterAll(async () => {
  await closeGrounds();
  rmSync(folder, { recursive: true });
});

/** Names and contents that mean something to a shell, or to a program that is given them. */
const hostile = [
  'plain',
  '$(touch hacked)',
  '`touch hacked`',
  `it's "quoted"`,
  'two\nlines',
  'trailing\n',
  '; touch hacked #',
  '} >hacked',
  '-rf',
  '--help',
  '*',
  '~',
  '\\n\\0',
  ' spaces  ',
  '\u001b[2J',
  'é ñ 日本',
];

for (const shell of shells)
  describe.skipIf(shell.missing !== undefined)(titleOf(shell), () => {
    const below = join(folder, shell.name);
    const opened = shell.missing === undefined ? shell.open(join(below, 'state')) : undefined;

    test('no name and no content is read as shell', { timeout: 240_000 }, async () => {
      const ground = await opened;
      if (ground === undefined) return;
      for (const [index, name] of hostile.entries()) {
        const here = join(below, String(index));
        await ground.makeFolders(here);
        const path = join(here, name);
        await ground.writeNew(path, new TextEncoder().encode(`${name}\0\r\n`), 0o4750);
        expect(readFileSync(path, 'utf8')).toBe(`${name}\0\r\n`);
        expect(statSync(path).mode & 0o7777).toBe(0o4750);
        expect(new TextDecoder().decode(await ground.read(path))).toBe(`${name}\0\r\n`);
        expect(await ground.names(here)).toEqual([name]);
        symlinkSync(name, join(here, 'link'));
        expect(await ground.linkAt(join(here, 'link'))).toBe(name);
        expect(await ground.realPath(join(here, 'link'))).toBe(path);
        await ground.rename(path, `${path}-moved`);
        await ground.link(`${path}-moved`, path);
        expect(await ground.isThere(path)).toBe(true);
        expect(await ground.run(['printf', '%s', name])).toEqual({ code: 0, output: name });
        await ground.remove(`${path}-moved`);
        expect(readdirSync(here).sort()).toEqual(['link', name].sort());
        await ground.removeTree(here);
      }
      expect(readdirSync(below)).toEqual([]);
    });

    test('what the system refuses comes as Node would throw it', async () => {
      const ground = await opened;
      if (ground === undefined) return;
      await ground.makeFolders(join(below, 'dir/inner'));
      const [file, loop] = [join(below, 'file'), join(below, 'loop')];
      await ground.writeNew(file, new Uint8Array(), 0o600);
      symlinkSync('loop', loop);
      const refused = (doing: Promise<unknown>, code: string) => expect(doing).rejects.toMatchObject({ code });
      await refused(ground.read(join(below, 'no')), 'ENOENT');
      await refused(ground.stat(join(below, 'no')), 'ENOENT');
      await refused(ground.realPath(join(below, 'no')), 'ENOENT');
      await refused(ground.realPath(loop), 'ELOOP');
      await refused(ground.read(join(below, 'dir')), 'EISDIR');
      await refused(ground.names(join(below, 'no')), 'ENOENT');
      await refused(ground.rename(join(below, 'no'), file), 'ENOENT');
      await refused(ground.rename(file, join(below, 'dir')), 'EISDIR');
      await refused(ground.removeFolder(join(below, 'dir')), 'ENOTEMPTY');
      await refused(ground.makeFolder(join(below, 'dir'), 0o755), 'EEXIST');
      await refused(ground.link(file, loop), 'EEXIST');
      await refused(ground.writeNew(join(below, 'no/x'), new Uint8Array(), 0o600), 'ENOENT');
      await refused(ground.read(`${file}\0`), 'ENOENT');
      expect(await ground.run(['no-such-program-here'])).toMatchObject({ code: 127 });
      expect(await ground.run(['sh', '-c', 'echo said; exit 3'])).toEqual({ code: 3, output: 'said\n' });
    });

    test('a new file goes where it is told to: a link that lies there is not followed', async () => {
      const ground = await opened;
      if (ground === undefined) return;
      mkdirSync(join(below, 'trap'));
      writeFileSync(join(below, 'trap/victim'), 'theirs');
      symlinkSync('victim', join(below, 'trap/new'));
      await ground.writeNew(join(below, 'trap/new'), new TextEncoder().encode('ours'), 0o644, { uid: 12, gid: 34 });
      expect(readFileSync(join(below, 'trap/victim'), 'utf8')).toBe('theirs');
      expect(lstatSync(join(below, 'trap/new')).isFile()).toBe(true);
      if (process.getuid?.() === 0) expect(statSync(join(below, 'trap/new'))).toMatchObject({ uid: 12, gid: 34 });
    });

    test('of an order whose end is lost nothing is done', { timeout: 120_000 }, async () => {
      const ground = await opened;
      if (ground === undefined) return;
      mkdirSync(join(below, 'cut'));
      const path = join(below, 'cut/a-name-that-is-cut');
      const order = orderOf(1, quoteArgv(['dw_do', 'touch', '--', path]));
      const argv: readonly string[] = shell.argv ?? [];
      for (let length = order.indexOf('cut/'); length <= order.length; length += 1) {
        const input = `${answering('n', 9)}${changing}${order.slice(0, length)}`;
        spawnSync(argv[0] ?? '', argv.slice(1), { input });
        const done = readdirSync(join(below, 'cut'));
        expect(done).toEqual(length < order.indexOf('}') + 1 ? [] : ['a-name-that-is-cut']);
      }
    });
  });
