import { expect, test } from 'vitest';
import { answerOf, factsOf } from '../fake-host.ts';

const of = (name: string) => ({ ask: 'package', name });
// biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg fills them in
const dpkg = 'dpkg-query -W --showformat=${Package}|${Status}|${Version}\\n -- docker.io';
const rpm = 'rpm -q --qf %{NAME} %{VERSION}-%{RELEASE}\\n -- docker-ce';

test('dpkg: installed, never there, removed with its settings left', () => {
  const host = (printed: object) => ({ files: { '/var/lib/dpkg/status': '' }, programs: { [dpkg]: printed } });
  expect(factsOf(of('docker.io'), host({ stdout: 'docker.io|install ok installed|20.10.24+dfsg1-1\n' }))).toEqual({
    installed: true,
    version: '20.10.24+dfsg1-1',
  });
  const none = { code: 1, stderr: 'dpkg-query: no packages found matching docker.io\n' };
  expect(factsOf(of('docker.io'), host(none))).toEqual({ installed: false });
  const left = { stdout: 'docker.io|deinstall ok config-files|20.10.24\n' };
  expect(factsOf(of('docker.io'), host(left))).toEqual({ installed: false });
});

test('the status file of a mounted disk; of one that is cut, what is not seen is not known', () => {
  const status = 'Package: docker.io\nStatus: install ok installed\nVersion: 20.10.24\n\nPackage: x\n';
  const files = { '/var/lib/dpkg/status': status };
  expect(factsOf(of('docker.io'), { files })).toEqual({ installed: true, version: '20.10.24' });
  expect(factsOf(of('bash'), { files })).toEqual({ installed: false });
  const cut = { files, stats: { '/var/lib/dpkg/status': { size: 3e6 } } };
  expect(answerOf(of('bash'), cut)).toEqual({ known: false, why: 'unreadable' });
});

test('rpm, apk, pacman', () => {
  const host = (printed: object) => ({ files: { '/var/lib/rpm/rpmdb.sqlite': '' }, programs: { [rpm]: printed } });
  expect(factsOf(of('docker-ce'), host({ stdout: 'docker-ce 26.1.3-1.el9\n' }))).toEqual({
    installed: true,
    version: '26.1.3-1.el9',
  });
  const none = { code: 1, stdout: 'package docker-ce is not installed\n' };
  expect(factsOf(of('docker-ce'), host(none))).toEqual({ installed: false });
  expect(answerOf(of('docker-ce'), host({ code: 1, stderr: 'error: db5 error' }))).toMatchObject({ known: false });
  const apk = { files: { '/lib/apk/db/installed': 'P:docker\nV:26.1.5-r0\n' } };
  expect(factsOf(of('docker'), apk)).toEqual({ installed: true, version: '26.1.5-r0' });
  const pacman = { files: { '/var/lib/pacman/local/docker-1:26.1.5-1/desc': '' } };
  expect(factsOf(of('docker'), pacman)).toEqual({ installed: true, version: '1:26.1.5-1' });
});

test('without a database nothing is known; what is no name is not asked', () => {
  expect(answerOf(of('docker'), {})).toEqual({ known: false, why: 'absent' });
  expect(answerOf(of('--eval=x'), {})).toEqual({ known: false, why: 'not-asked' });
});
