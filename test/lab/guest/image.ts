import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { LabError } from './can-run.ts';
import { cacheDir } from './places.ts';

/** Raise it when the content below changes. */
const recipe = 1;

/** Files of the image that are there to go wrong. */
const scripts = {
  'noexec.sh': { text: '#!/bin/sh\necho ran\n', mode: 0o644 },
  'app.py': { text: '#!/usr/bin/python3\nprint(1)\n', mode: 0o755 },
  'crlf.sh': { text: '#!/bin/sh\r\necho ran\r\n', mode: 0o755 },
  'noshebang.sh': { text: 'echo ran\n', mode: 0o755 },
  'etc/passwd': { text: 'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/false\n', mode: 0o644 },
  'etc/group': { text: 'root:x:0:\nnogroup:x:65534:\n', mode: 0o644 },
} as const;

/** The head of an ELF file for a machine that this is not (AArch64). */
const foreignElf = Buffer.concat([
  Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
  Buffer.from([2, 0, 0xb7, 0, 1, 0, 0, 0]),
  Buffer.alloc(4096),
]);

const busyboxOf = (base: string): string => {
  const found = [base, '/'].map((root) => join(root, 'bin/busybox')).find((path) => existsSync(path));
  if (found === undefined)
    throw new LabError('the lab needs busybox-static for its image: apt-get install busybox-static');
  return found;
};

const fill = async (root: string, base: string): Promise<void> => {
  for (const folder of ['bin', 'etc', 'tmp', 'root', 'data', 'proc', 'sys', 'dev'])
    await mkdir(join(root, folder), { recursive: true });
  await execa('cp', ['--preserve=mode', busyboxOf(base), join(root, 'bin/busybox')]);
  await execa('chroot', [root, '/bin/busybox', '--install', '-s', '/bin']);
  for (const [name, { text, mode }] of Object.entries(scripts)) await writeFile(join(root, name), text, { mode });
  await writeFile(join(root, 'foreign'), foreignElf, { mode: 0o755 });
};

/** Nothing can be pulled in a guest: an image of busybox and of files that go wrong, as `docker import` takes it. */
export const ensureImage = async (base: string): Promise<string> => {
  const cache = cacheDir();
  const tar = join(cache, `image-${recipe}.tar`);
  if (existsSync(tar)) return tar;
  await mkdir(cache, { recursive: true });
  const temporary = await mkdtemp(join(cache, 'image-building-'));
  try {
    const root = join(temporary, 'root');
    await fill(root, base);
    await execa('tar', ['-C', root, '--numeric-owner', '-cf', join(temporary, 'image.tar'), '.']);
    await rename(join(temporary, 'image.tar'), tar);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  return tar;
};
