import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { localGround } from '../../../src/hosts/hands/local-ground.ts';
import { takeLock as takeLockOn } from '../../../src/hosts/hands/lock.ts';

const newPlace = (): string => mkdtempSync(join(tmpdir(), 'docker-why-lock-'));

const takeLock = (place: string) => takeLockOn(localGround({ DOCKER_WHY_STATE: place }));

test('a second run is refused until the first is done', async () => {
  const place = newPlace();
  const release = await takeLock(place);
  await expect(takeLock(place)).rejects.toThrow('another docker-why is mending this host');
  await release();
  expect(readdirSync(place)).toEqual([]);
  await (await takeLock(place))();
});

test('the lock of a process that died, or whose number is another’s now, is taken over', async () => {
  const place = newPlace();
  const { pid } = spawnSync('true');
  for (const stale of [`${pid}.1`, `${process.pid}.1`, '', 'rubbish\n', '-1.', '0.0']) {
    writeFileSync(join(place, 'lock'), stale);
    writeFileSync(join(place, `lock.${pid}.1.abcd`), stale);
    const release = await takeLock(place);
    expect(readFileSync(join(place, 'lock'), 'utf8')).toMatch(new RegExp(`^${process.pid}\\.\\d+$`));
    expect(readdirSync(place)).toEqual(['lock']);
    await release();
  }
});

test('of many at once exactly one has it', async () => {
  const place = newPlace();
  writeFileSync(join(place, 'lock'), '1.0');
  const all = await Promise.allSettled(Array.from({ length: 20 }, () => takeLock(place)));
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(readdirSync(place)).toEqual(['lock']);
});

test('whoever died while a dead lock was taken over is in nobody’s way', async () => {
  const place = newPlace();
  const { pid } = spawnSync('true');
  const mark = createHash('sha256').update(`lock\n${pid}.1`).digest('hex').slice(0, 16);
  writeFileSync(join(place, 'lock'), `${pid}.1`);
  writeFileSync(join(place, `lock-${mark}`), `${pid}.2`);
  writeFileSync(join(place, 'lock-of-another'), `${pid}.3`);
  const release = await takeLock(place);
  expect(readdirSync(place)).toEqual(['lock']);
  await release();
});
