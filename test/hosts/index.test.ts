import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { InputError, UsageError } from '../../src/errors.ts';
import { hostFor } from '../../src/hosts/index.ts';

test('the host that is meant', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'named-'));
  const recording = {
    'docker-why-recording': 1,
    made: '2024-05-01',
    by: '1',
    host: 'web1',
    scene: { now: 1 },
    logs: [],
    replies: [],
  };
  writeFileSync(join(folder, 'r.json'), JSON.stringify(recording));
  expect(await hostFor({}, {})).toMatchObject({ kind: 'local' });
  expect(await hostFor({ host: 'local' }, {})).toMatchObject({ kind: 'local' });
  expect(await hostFor({ root: folder }, {})).toMatchObject({ kind: 'root', name: folder });
  expect(await hostFor({ host: join(folder, 'r.json') }, {})).toMatchObject({ kind: 'recorded' });
  await expect(hostFor({ host: 'ssh://-oProxyCommand=x' }, {})).rejects.toThrow(UsageError);
  await expect(hostFor({ host: 'web1' }, {})).rejects.toThrow(InputError);
  rmSync(folder, { recursive: true });
});
