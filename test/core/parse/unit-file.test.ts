import { expect, test } from 'vitest';
import { mergeUnitFiles } from '../../../src/core/parse/unit-file.ts';

test('drop-ins add, and an empty value throws away what came before', () => {
  const unit =
    '[Unit]\nRequires=docker.socket\n[Service]\n# c\nExecStart=/usr/bin/dockerd -H fd:// \\\n  --mtu 1400\nUser=root\n';
  const merged = mergeUnitFiles([
    unit,
    '[Service]\nExecStart=\nExecStart=/usr/sbin/dockerd\n',
    '[Unit]\r\nRequires=x.mount\r\n',
  ]);
  expect(merged.get('ExecStart')).toEqual(['/usr/sbin/dockerd']);
  expect(merged.get('Requires')).toEqual(['docker.socket', 'x.mount']);
  expect(mergeUnitFiles([unit]).get('ExecStart')).toEqual(['/usr/bin/dockerd -H fd://    --mtu 1400']);
});
