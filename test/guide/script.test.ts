import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Action, Plan } from '../../src/core/types.ts';
import { previewOf } from '../../src/guide/preview.ts';
import { scriptOf } from '../../src/guide/script.ts';

const planOf = (...actions: readonly Action[]): Plan => ({
  cause: 'config/invalid-value',
  title: 'A plan',
  risk: 'safe',
  actions,
  problems: [],
});

/** As a person would paste it, with a sudo that only runs what it is given. */
const paste = (plan: Plan, folder: string): string => {
  const text = `sudo() { "$@"; }\n${scriptOf(plan)}\n`;
  const { stdout, stderr } = spawnSync('sh', { input: text, encoding: 'utf8', cwd: folder });
  return stdout + stderr;
};

test('the script does what the plan says, whatever names and texts hold', () => {
  const folder = mkdtempSync(join(tmpdir(), 'docker-why-script-'));
  const marker = join(folder, 'pwned');
  const hostile = [`$(touch ${marker})`, `\`touch ${marker}\``, `a; touch ${marker}`, `a' ; touch ${marker} '`];
  for (const [index, name] of hostile.entries()) {
    const path = join(folder, `file ${index} ${name.replaceAll('/', '_')}`);
    const after = `${name}\nEND\ntouch ${marker}\nEND_\nEND\n'END'\n`;
    paste(
      planOf(
        { do: 'tell', text: `${name}\ntouch ${marker}` },
        { do: 'edit', path, after },
        {
          do: 'run',
          argv: ['true', name],
        },
      ),
      folder,
    );
    expect(readFileSync(path, 'utf8')).toBe(after);
    paste(planOf({ do: 'aside', path, to: `${path}.aside` }), folder);
    expect([existsSync(path), existsSync(`${path}.aside`)]).toEqual([false, true]);
  }
  expect(existsSync(marker)).toBe(false);
});

test('a file that is there is kept before it is changed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'docker-why-script-'));
  const path = join(folder, 'daemon.json');
  writeFileSync(path, 'old');
  expect(paste(planOf({ do: 'edit', path, before: 'old', after: 'new' }), folder)).toBe('');
  expect([readFileSync(path, 'utf8'), readFileSync(`${path}.before`, 'utf8')]).toEqual(['new\n', 'old']);
});

test('a preview names each file and each command, and shows the lines that change', () => {
  const before = 'a\nb\nc\nd\ne\n';
  const lines = previewOf(
    planOf(
      { do: 'edit', path: '/etc/x', before, after: before.replace('c', 'C') },
      { do: 'edit', path: '/etc/new', after: 'n\n' },
      { do: 'aside', path: '/a b', to: '/a b.aside' },
      { do: 'run', argv: ['systemctl', 'restart', 'docker; reboot'] },
    ),
  ).map(({ text }) => text);
  expect(lines).toEqual([
    'edit /etc/x',
    ' a',
    ' b',
    '-c',
    '+C',
    ' d',
    ' e',
    'new file /etc/new',
    '+n',
    "mv -nT '/a b' '/a b.aside'",
    "systemctl restart 'docker; reboot'",
  ]);
});
