import { expect, test } from 'vitest';
import { answerOf, factsOf } from '../fake-host.ts';

const query = { ask: 'containerd-config' } as const;
const files = { '/etc/containerd/config.toml': 'version = 2\n' };
const host = (printed: object) => ({
  files,
  programs: { 'containerd --config /etc/containerd/config.toml config dump': printed },
});

test('containerd takes it, or says why not', () => {
  expect(factsOf(query, host({ stdout: 'version = 2\n' }))).toEqual({ exists: true, valid: true });
  const error = "containerd: failed to unmarshal TOML: (2, 1): Can't convert 5(int64) to string";
  const stderr = `time="2026-11-24T20:14:00Z" level=error msg="a line before"\n${error}\n`;
  expect(factsOf(query, host({ code: 1, stderr }))).toEqual({ exists: true, valid: false, error });
});

test('no file, no containerd, one that is too old or may not read it: not a no', () => {
  expect(factsOf(query, {})).toEqual({ exists: false });
  expect(answerOf(query, { files })).toEqual({ known: false, why: 'no-such-tool' });
  const denied = { code: 1, stderr: 'containerd: open /etc/containerd/config.toml: permission denied\n' };
  expect(answerOf(query, host(denied))).toEqual({ known: false, why: 'unreadable' });
  expect(answerOf(query, host({ code: 3, stderr: "No help topic for 'dump'\n" }))).toMatchObject({ known: false });
});
