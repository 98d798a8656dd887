import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Action } from '../../../../src/core/types.ts';
import { farGround } from '../../../../src/hosts/hands/far/ground.ts';
import { farHands } from '../../../../src/hosts/hands/far/index.ts';
import { ordersOver } from '../../../../src/hosts/hands/far/orders.ts';
import { type Hands, handsOn } from '../../../../src/hosts/hands/index.ts';
import type { Child } from '../../../../src/hosts/shell/child.ts';
import { type SshHost, sshHost } from '../../../../src/hosts/ssh/index.ts';
import { noSshd, type Sshd, startSshd } from '../../ssh/sshd.ts';
import { closeGrounds, overSsh, titleOf } from '../grounds.ts';
import { edit, handsAt, howOf, openBench, planOf, treeOf } from '../lab.ts';

const [old, next] = ['old\r\n'.repeat(3000), 'new\n'.repeat(3000)];

const plans = (host: string) =>
  planOf(
    edit(join(host, 'daemon.json'), next),
    { do: 'aside', path: join(host, 'pid'), to: join(host, 'pid.aside') },
    edit(join(host, 'unit.d/x.conf'), 'new unit\n'),
    { do: 'run', argv: ['touch', join(host, 'run')], undo: ['rm', '-f', join(host, 'run')] },
  );

const newHost = () => {
  const bench = openBench();
  writeFileSync(join(bench.host, 'daemon.json'), old, { mode: 0o600 });
  writeFileSync(join(bench.host, 'pid'), '77');
  return { ...bench, before: treeOf(bench.host) };
};

/** Whose shell is still at its last order holds the lock until that is done. */
const undoSoon = async (hands: Hands, id: string): Promise<unknown> => {
  for (let tries = 0; ; tries += 1) {
    try {
      return await hands.undo(id);
    } catch (error) {
      if (tries > 100 || !String(error).includes('another docker-why')) throw error;
      await sleep(100);
    }
  }
};

describe.skipIf(overSsh.missing !== undefined)(titleOf(overSsh), () => {
  let sshd: Sshd;
  let connected: SshHost;
  const connect = () => sshHost('ssh://lo', { command: 'ssh', args: ['-F', sshd.clientConfig()] });
  beforeAll(async () => {
    if (noSshd !== undefined) return;
    sshd = await startSshd();
    connected = await connect();
  });
  afterAll(async () => {
    await connected.close();
    await closeGrounds();
    sshd.stop();
  });

  test('what was done over ssh is taken back on the host itself, and the other way round', async () => {
    const { host, state, hands, before } = newHost();
    const far = handsAt(state, overSsh);
    const { id } = await far.perform(plans(host), howOf());
    expect(await hands.list()).toEqual(await far.list());
    expect(await hands.undo(id)).toMatchObject({ conflicts: [] });
    expect(treeOf(host)).toEqual(before);
    const again = await hands.perform(plans(host), howOf());
    expect(await far.undo(again.id)).toMatchObject({ conflicts: [] });
    expect(treeOf(host)).toEqual(before);
  });

  test('one at a time, whether over ssh or on the host itself', async () => {
    const { host, state, hands } = newHost();
    const far = handsAt(state, overSsh);
    const slow = planOf({ do: 'run', argv: ['sleep', '3'] });
    const first = far.perform(slow, howOf());
    while (!readdirSync(join(state, '..')).includes('state') || !readdirSync(state).includes('lock')) await sleep(20);
    await expect(hands.perform(plans(host), howOf())).rejects.toThrow('another docker-why is mending');
    await first;
    const second = hands.perform(slow, howOf());
    while (!readdirSync(state).includes('lock')) await sleep(20);
    await expect(far.perform(plans(host), howOf())).rejects.toThrow('another docker-why is mending');
    await second;
  });

  /** Hands whose connection ends before the order of that number, or right after it was sent. */
  const cutHands = async (place: string, at: number, cut: (child: Child) => void): Promise<Hands> => {
    const child = await connected.session();
    const orders = ordersOver(child, () => new Error('the connection was lost'));
    let count = 0;
    const put: typeof orders.put = (words) => {
      count += 1;
      if (count === at && at % 2 === 0) cut(child);
      const reply = orders.put(words);
      if (count === at && at % 2 === 1) setTimeout(() => cut(child), Math.random() * 40);
      return reply;
    };
    return handsOn(await farGround({ ...orders, put }, { name: 'lo', way: ' --host ssh://lo', place }));
  };

  test('the connection is lost in the middle: each file is old or new, and undo completes', async () => {
    // an order and what follows it: the first of the plan is about the 11th of all, the last about the 50th
    for (let at = 12; at < 60; at += 5) {
      const { host, state, hands, before } = newHost();
      const far = await cutHands(state, at, (child) => child.kill());
      await far.perform(plans(host), howOf()).catch(() => undefined);
      expect([old, next]).toContain(readFileSync(join(host, 'daemon.json'), 'utf8'));
      expect(readdirSync(host).filter((name) => /^pid/.test(name))).toHaveLength(1);
      for (const { id } of await hands.list()) expect(await undoSoon(hands, id)).toMatchObject({ conflicts: [] });
      expect(treeOf(host)).toEqual(before);
      const { id } = await hands.perform(plans(host), howOf());
      await hands.undo(id);
      expect(treeOf(host)).toEqual(before);
      expect(readdirSync(state).filter((name) => name.startsWith('lock'))).toEqual([]);
    }
  }, 300_000);

  test('a connection that is gone is said, and how to come back', async () => {
    const { host, state } = newHost();
    const own = await connect();
    const shell = await own.session();
    const { hands, close } = await farHands(shell, { name: 'lo', way: ' --host ssh://lo', place: state });
    const slow = planOf(edit(join(host, 'daemon.json'), next), { do: 'run', argv: ['sleep', '2'] });
    const onAction = ({ do: what }: Action): void => {
      if (what === 'run') setTimeout(() => void own.close(), 300);
    };
    const failure = hands.perform(slow, { ...howOf(), onAction });
    await expect(failure).rejects.toMatchObject({
      message: 'the connection to lo was lost',
      hint: expect.stringMatching(/not taken back: .*daemon\.json.*docker-why undo \S+ --host ssh:\/\/lo/s),
    });
    await expect.poll(own.isGone, { timeout: 10_000 }).toBe(true);
    await close();
  });
});
