import { expect, test } from 'vitest';
import { arePackages, packagesOf } from '../../../src/core/ask/packages.ts';
import { converse, type FakeHost } from '../fake-host.ts';

const names = (host: FakeHost): unknown => {
  const packages = converse(packagesOf(['docker-ce', 'podman']), host);
  return arePackages(packages) ? [...packages.keys()] : packages.why;
};
// biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg fills them in
const dpkg = 'dpkg-query -W --showformat=${Package}|${Status}|${Version}\\n -- docker-ce podman';

test('several at once; some that are missing do not spoil the rest', () => {
  const files = { '/var/lib/dpkg/status': '' };
  const stderr = 'dpkg-query: no packages found matching podman\n';
  const programs = { [dpkg]: { code: 1, stdout: 'docker-ce|install ok installed|1\n', stderr } };
  expect(names({ files, programs })).toEqual(['docker-ce']);
});

test('a database that cannot be read is no empty one', () => {
  const broken = { files: { '/usr/lib/sysimage/rpm/x': '' }, programs: { rpm: '' } };
  expect(names(broken)).toBe('unreadable');
  expect(names({})).toBe('absent');
});
