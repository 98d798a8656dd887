import { describe, expect, test } from 'vitest';
import { type Quiet, quietLine } from '../../../src/core/read/quiet.ts';
import { bytesOf, readLine } from '../read-text.ts';

const stamp = 'Nov 23 08:24:56 host1 ';
const time = 'time="2026-11-23T07:24:56.696723123Z"';

const look = (line: string): Quiet | undefined => {
  const bytes = bytesOf(`${line}\n`);
  return quietLine(bytes, 0, bytes.length - 1);
};

describe('a quiet line is what reading it would find', () => {
  for (const [line, speaker] of [
    [`${stamp}dockerd[4711]: ${time} level=info msg="ignoring event" container=0a1b topic=/tasks/delete`, 'daemon'],
    [`2026-11-23T08:24:56+0100 host1 dockerd[4711]: ${time} level=debug msg="Calling GET /v1.43"`, 'daemon'],
    [`${stamp}containerd[812]: ${time} level=warning msg="loading \\"x\\"" type=io.containerd.event.v1`, 'containerd'],
    [`${stamp}containerd[812]: ${time} level=info msg="loading plugin \\"io.x\\"..." type=io.x`, 'containerd'],
    [`${stamp}kernel: docker0: port 1(veth0a1b) entered blocking state`, 'kernel'],
    [`${stamp}systemd[1]: var-lib-docker-x\\x2dy-merged.mount: Deactivated successfully.`, 'systemd'],
  ] as const) {
    test(line, () => {
      const quiet = look(line);
      const entry = readLine(line);
      expect(entry.speaker).toBe(speaker);
      expect(quiet?.level).toBe(entry.level ?? 'any');
      expect(quiet?.daemonPid).toBe(speaker === 'daemon' ? entry.pid : undefined);
      expect(entry.cut).toBeUndefined();
    });
  }
});

describe('in doubt a line is read', () => {
  for (const line of [
    `${stamp}dockerd[4711]: ${time} level=error msg="x"`,
    `${stamp}dockerd[4711]: ${time} level=info msg="x`,
    `${stamp}dockerd[4711]: ${time} level=info msg="x" error="y"`,
    `${stamp}dockerd[4711]: ${time} level=info msg="x" k=v>`,
    `${stamp}dockerd[4711]: ${time} level=info msg="x...y"`,
    `${stamp}dockerd[4711]: ${time} level=info msg="x...y"`,
    `${stamp}dockerd[4711]: ${time} level=info msg="\\u00e9"`,
    `${stamp}dockerd[4711]: ${time} level=info msg="é"`,
    `${stamp}dockerd[4711]: ${time} level=info msg="&lt;"`,
    `${stamp}dockerd[4711]: API listen on /run/docker.sock`,
    `${stamp}kernel: docker: hello`,
    `${stamp}kernel: Out of memory: x`,
    `${stamp}systemd[1]: docker.service: Failed`,
    `dockerd[4711]: ${time} level=info msg="x"`,
    `${stamp}dockerd[4711]: ${time} level=info msg="${'x'.repeat(5000)}"`,
    '',
  ]) {
    test(line.slice(0, 120), () => expect(look(line)).toBeUndefined());
  }
});
