import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { edit, howOf, openBench, planOf } from './lab.ts';

test('a manifest that is broken or not ours is said to be so, left out of the list, and nothing is done', async () => {
  const { host, state, hands } = openBench();
  const path = join(host, 'file');
  writeFileSync(path, 'old');
  const { id } = await hands.perform(planOf(edit(path, 'new')), howOf());
  const file = join(state, id, 'manifest.json');
  const good = JSON.parse(readFileSync(file, 'utf8')) as { items: readonly Record<string, unknown>[] };
  const [item] = good.items;
  const changed = (change: Record<string, unknown>): string =>
    JSON.stringify({ ...good, items: [{ ...item, ...change }] });
  for (const text of [
    '',
    'null',
    '[]',
    '{',
    readFileSync(file, 'utf8').slice(0, -20),
    JSON.stringify({ ...good, id: 'other' }),
    JSON.stringify({ ...good, 'docker-why-backup': 2 }),
    JSON.stringify({ ...good, title: 7 }),
    JSON.stringify({ ...good, items: [null] }),
    JSON.stringify({ ...good, items: {} }),
    JSON.stringify({ ...good, items: [{ do: 'run', argv: [], state: 'done' }] }),
    JSON.stringify({ ...good, items: [{ do: 'run', argv: ['true'], undo: 'rm -rf /', state: 'done' }] }),
    JSON.stringify({ ...good, items: [{ do: 'toString', state: 'done' }] }),
    changed({ backup: '../../etc/shadow' }),
    changed({ backup: undefined }),
    changed({ real: 'relative' }),
    changed({ made: ['relative'] }),
    changed({ beside: 7 }),
    changed({ mode: 'x' }),
    changed({ state: 'sort of' }),
  ]) {
    writeFileSync(file, text);
    await expect(hands.undo(id)).rejects.toThrow(`the backup ${id} cannot be read`);
    expect(await hands.list()).toEqual([]);
    expect(readFileSync(path, 'utf8')).toBe('new');
  }
});

test('a name that is no number of a fix leads nowhere', async () => {
  const { state, hands } = openBench();
  mkdirSync(join(state, 'x'), { recursive: true });
  for (const id of ['../x', 'x', '', '20261124-120000-0001/..', '20261124-120000-0001\n'])
    await expect(hands.undo(id)).rejects.toThrow('is no number of a fix');
  await expect(hands.undo('20261124-120000-zzzz')).rejects.toThrow('cannot be read');
});
