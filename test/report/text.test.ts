import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import type { Diagnosis } from '../../src/core/types.ts';
import { columns } from '../../src/report/columns.ts';
import { type TextOptions, textOf } from '../../src/report/text.ts';
import { base, confirmed, healthy, insufficient, likely, possible, unrelated } from './diagnoses.ts';

const wide: TextOptions = { colour: false, unicode: true, width: 80 };
const narrow: TextOptions = { ...wide, width: 60 };
const ascii: TextOptions = { ...wide, unicode: false };

test('likely: the log states it, and Docker was started in a loop', () => {
  expect(textOf(likely, wide)).toMatchInlineSnapshot(`
    "✘ Likely: dockremap has no range of subordinate ids in /etc/subuid or
      /etc/subgid
      userns/subid-range-missing
      The log says so; no host was asked.

      docker.log:12, Apr 21 14:07:44
      │ failed to start daemon: Can't create ID mappings: No subuid ranges found for
      │ user "dockremap"

    Why
      userns-remap maps root of a container to an unprivileged range of ids of the
      host. Docker takes the range from /etc/subuid and /etc/subgid, and does not
      start if the user has no line there.

      The exit status that systemd prints is the same for every mistake in the
      configuration.

    What to do
      1. Give dockremap a range of 65536 subordinate ids
         Cost: Restarting Docker stops running containers unless live-restore is on.
         For <free-range> put the first id behind all ranges in /etc/subuid and
         /etc/subgid, 100000 if there are none.
           echo 'dockremap:<free-range>:65536' | sudo tee -a /etc/subuid
           echo 'dockremap:<free-range>:65536' | sudo tee -a /etc/subgid
           sudo systemctl restart docker.service
         Undo: Remove the two lines again and restart Docker.

      2. Do without userns-remap
         in full: docker-why explain userns/subid-range-missing

    To be sure
      • Shows whether dockremap has a line in both files.
          grep -n . /etc/subuid /etc/subgid

    What happened
      • Docker was started 5 times between Apr 21 14:07:43 and 14:07:45, each failed
        (status=1/FAILURE).
      • No host was asked: the log is not of this machine.

    Looked at, and ruled out
      • userns-remap names a user or group that does not exist
        [userns/remap-user-missing]: the host says otherwise (getent passwd
        dockremap gives exists: yes)
    "
  `);
});

test('likely, on 60 columns and without unicode', () => {
  expect(textOf(likely, { ...ascii, width: 60 })).toMatchInlineSnapshot(`
    "x Likely: dockremap has no range of subordinate ids in
      /etc/subuid or /etc/subgid
      userns/subid-range-missing
      The log says so; no host was asked.

      docker.log:12, Apr 21 14:07:44
      | failed to start daemon: Can't create ID mappings: No
      | subuid ranges found for user "dockremap"

    Why
      userns-remap maps root of a container to an unprivileged
      range of ids of the host. Docker takes the range from
      /etc/subuid and /etc/subgid, and does not start if the
      user has no line there.

      The exit status that systemd prints is the same for every
      mistake in the configuration.

    What to do
      1. Give dockremap a range of 65536 subordinate ids
         Cost: Restarting Docker stops running containers unless
         live-restore is on.
         For <free-range> put the first id behind all ranges in
         /etc/subuid and /etc/subgid, 100000 if there are none.
           echo 'dockremap:<free-range>:65536' | sudo tee -a /etc/subuid
           echo 'dockremap:<free-range>:65536' | sudo tee -a /etc/subgid
           sudo systemctl restart docker.service
         Undo: Remove the two lines again and restart Docker.

      2. Do without userns-remap
         in full: docker-why explain userns/subid-range-missing

    To be sure
      - Shows whether dockremap has a line in both files.
          grep -n . /etc/subuid /etc/subgid

    What happened
      - Docker was started 5 times between Apr 21 14:07:43 and
        14:07:45, each failed (status=1/FAILURE).
      - No host was asked: the log is not of this machine.

    Looked at, and ruled out
      - userns-remap names a user or group that does not exist
        [userns/remap-user-missing]: the host says otherwise
        (getent passwd dockremap gives exists: yes)
    "
  `);
});

test('possible: rivals, and what tells them apart', () => {
  expect(textOf(possible, wide)).toMatchInlineSnapshot(`
    "? Possible, one of 3 causes: The kernel may not create another user namespace
      userns/max-user-namespaces
      Not proven: the message has several causes; nothing tells them apart yet.

      stdin:3
      │ docker: Error response from daemon: OCI runtime create failed:
      │ container_linux.go:348: starting container process caused
      │ "process_linux.go:279: getting the final child's pid from pipe caused
      │ "EOF"": unknown.

    What tells which it is
      • The kernel may not create another user namespace
        [userns/max-user-namespaces]
        It is this if "value" is below 1.
          sysctl user.max_user_namespaces
      • User namespaces are switched off in this kernel [userns/kernel-disabled]
        It is this if "present" is yes and "value" is 0.
          cat /proc/cmdline
      • The kernel is older than what this runc needs [kernel/too-old]
        major below 3 confirms it
          uname -r; ls /lib/modules

    To be sure
      • The kernel says there why it refused a process of the container.
          sudo journalctl -k -b --no-pager -n 100

    If it is userns/max-user-namespaces
      The message speaks of a pipe, but it is the kernel that refuses: the limit of
      user namespaces is used up or 0.

      1. Raise the limit, now and at every boot (RHEL or CentOS 7)
         Safe: nothing that runs is touched.
           sudo sysctl -w user.max_user_namespaces=15000
           echo 'user.max_user_namespaces = 15000' | sudo tee -a /etc/sysctl.d/90-userns.conf
         Undo: Delete /etc/sysctl.d/90-userns.conf and reboot.
    "
  `);
});

test('confirmed: the answers of the host, and the guided fix', () => {
  const host = { name: 'web1', distro: ['debian'], mendable: true };
  expect(textOf(confirmed, { ...narrow, host })).toMatchInlineSnapshot(`
    "✘ Confirmed: dockremap has no range of subordinate ids in
      /etc/subuid or /etc/subgid
      userns/subid-range-missing
      Proven by what web1 answered.

      docker.log:12, Apr 21 14:07:44
      │ failed to start daemon: Can't create ID mappings: No
      │ subuid ranges found for user "dockremap"

    What web1 answered
      • exists: yes, ranges: 0; this confirms it
        grep -n . /etc/subuid
      • not allowed to look; as root it may be answered
        ls -ld /etc/docker/daemon.json

    Why
      userns-remap maps root of a container to an unprivileged
      range of ids of the host. Docker takes the range from
      /etc/subuid and /etc/subgid, and does not start if the
      user has no line there.

      The exit status that systemd prints is the same for every
      mistake in the configuration.

    What to do
      1. Give dockremap a range of 65536 subordinate ids
         Cost: Restarting Docker stops running containers unless
         live-restore is on.
         For <free-range> put the first id behind all ranges in
         /etc/subuid and /etc/subgid, 100000 if there are none.
           echo 'dockremap:<free-range>:65536' | sudo tee -a /etc/subuid
           echo 'dockremap:<free-range>:65536' | sudo tee -a /etc/subgid
           sudo systemctl restart docker.service
         Undo: Remove the two lines again and restart Docker.

      2. Do without userns-remap
         in full: docker-why explain userns/subid-range-missing

    What happened
      • Docker was started 5 times between Apr 21 14:07:43 and
        14:07:45, each failed (status=1/FAILURE).
      • /etc/docker/daemon.json was changed 2 minutes before the
        first failure.

    Looked at, and ruled out
      • userns-remap names a user or group that does not exist
        [userns/remap-user-missing]: the host says otherwise
        (getent passwd dockremap gives exists: yes)

    Step by step, with a way back
        sudo docker-why fix userns/subid-range-missing
    "
  `);
});

test('insufficient: what was seen, and the command that brings the reason', () => {
  expect(textOf(insufficient, wide)).toMatchInlineSnapshot(`
    "? Docker failed, and the reason is not in this log
      Docker was started 3 times between 4월 21 14:07:43 and 14:07:45, each failed
      (status=1/FAILURE).

    Run this next
      • dockerd prints the reason just before it ends; systemctl status does not
        show it.
          sudo journalctl -u docker.service -b --no-pager -n 200 -o short-precise --output-fields=MESSAGE,_PID
      • Most failures at the start are a mistake in this file.
          sudo cat /etc/docker/daemon.json

    What was seen
      status.txt:7, 4월 21 14:07:44
      │ docker.service: main process exited, code=exited, sta
      The end of this line was cut off when it was printed; with --no-pager --full
      it is whole.
      status.txt:8, 4월 21 14:07:44
      │ Failed to start Docker Application Container Engine.
    "
  `);
});

test('insufficient without unicode: Korean is shown as escapes, not as bytes that a terminal may take for controls', () => {
  expect(textOf(insufficient, ascii)).toMatchInlineSnapshot(`
    "? Docker failed, and the reason is not in this log
      Docker was started 3 times between 4\\uc6d4 21 14:07:43 and 14:07:45, each
      failed (status=1/FAILURE).

    Run this next
      - dockerd prints the reason just before it ends; systemctl status does not
        show it.
          sudo journalctl -u docker.service -b --no-pager -n 200 -o short-precise --output-fields=MESSAGE,_PID
      - Most failures at the start are a mistake in this file.
          sudo cat /etc/docker/daemon.json

    What was seen
      status.txt:7, 4\\uc6d4 21 14:07:44
      | docker.service: main process exited, code=exited, sta
      The end of this line was cut off when it was printed; with --no-pager --full
      it is whole.
      status.txt:8, 4\\uc6d4 21 14:07:44
      | Failed to start Docker Application Container Engine.
    "
  `);
});

test('healthy: the proof, the trouble before, and what only looks alarming', () => {
  expect(textOf(healthy, wide)).toMatchInlineSnapshot(`
    "✔ Docker is up; nothing is wrong now
      There was trouble before, and it is over.

    What proves it
      docker.log:40, Apr 21 14:09:02
      │ Daemon has completed initialization

    What was wrong before
      • dockremap has no range of subordinate ids in /etc/subuid or /etc/subgid
        [userns/subid-range-missing]
      docker.log:12, Apr 21 14:07:44
      │ failed to start daemon: Can't create ID mappings: No subuid ranges found for
      │ user "dockremap"

    Alarming lines, yet Docker runs
      docker.log:38, Apr 21 14:09:01
      │ Your kernel does not support swap memory limit

    What happened
      • Docker was started at 4월 21 14:07:43, and failed (status=1/FAILURE). Then
        it came up.
    "
  `);
});

test('unrelated says so', () => {
  expect(textOf(unrelated, wide)).toMatchInlineSnapshot(`
    "– This text is not about Docker
      No line of nginx.log is from dockerd, containerd, runc, the units of Docker in
      systemd, or the docker client.
    "
  `);
});

const all: readonly Diagnosis[] = [likely, possible, confirmed, insufficient, healthy, unrelated];

/** Commands are never wrapped; all else keeps within the width. */
const isCommand = (line: string): boolean => /^ {4,}(?:sudo|echo|printf|grep|in full: docker-why) /.test(line);

test.each([40, 60, 80, 100])('nothing but commands is wider than %i columns', (width) => {
  for (const diagnosis of all) {
    const lines = textOf(diagnosis, { ...wide, width }).split('\n');
    expect(lines.filter((line) => columns(line) > width && !isCommand(line))).toEqual([]);
  }
});

test('a typical report fits a screen', () => {
  for (const diagnosis of all) expect(textOf(diagnosis, wide).trimEnd().split('\n').length).toBeLessThanOrEqual(45);
});

test('commands stand whole on a line of their own, behind blanks only', () => {
  const lines = textOf(likely, { ...wide, width: 40 }).split('\n');
  expect(lines).toContain("       echo 'dockremap:<free-range>:65536' | sudo tee -a /etc/subuid");
});

test('without colour there is no escape, with colour the text is the same', () => {
  const strip = (text: string): string => stripVTControlCharacters(text);
  for (const diagnosis of all) {
    const coloured = textOf(diagnosis, { ...wide, colour: true });
    expect(coloured).toContain('\x1b[1m');
    expect(strip(coloured)).toBe(textOf(diagnosis, wide));
  }
});

test('without unicode every character is plain ASCII', () => {
  for (const diagnosis of all) expect(textOf(diagnosis, ascii)).toMatch(/^[\n -~]*$/);
});

test('no foreign text brings a control character to the terminal, wherever it stands', () => {
  const evil = 'a\x1b[31mred\x07\u202eabc\u200b\ud800\u2028\x9b2J\rz';
  const poisoned = JSON.parse(
    JSON.stringify(all.slice(0, 4)).replaceAll(
      /"(text|title|explain|at|source|input|because|start|status|user|from|name)":"/g,
      (match) => match + JSON.stringify(evil).slice(1, -1),
    ),
  ) as readonly Diagnosis[];
  for (const diagnosis of poisoned) {
    const text = textOf({ ...diagnosis, notes: [evil], wanted: [{ run: evil, why: evil }] }, wide);
    expect(text).toContain('\\x1b[31m');
    expect(text).not.toMatch(/[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?!\n)\p{Cc}/u);
  }
});

test('a long line keeps its start, its end and what was captured', () => {
  const text = `START ${'x '.repeat(600)}user "dockremap" ${'y '.repeat(600)} END`;
  const [finding] = likely.findings;
  const evidence = [{ source: 'a.log', line: 1, text }];
  const report = textOf({ ...likely, findings: finding === undefined ? [] : [{ ...finding, evidence }] }, wide);
  for (const part of ['START', '"dockremap"', 'END', ' … ']) expect(report).toContain(part);
  expect(report.split('\n').filter((line) => line.startsWith('  │')).length).toBeLessThan(8);
});

test('a diagnosis with nothing in it is a report all the same', () => {
  expect(textOf({ ...base, outcome: 'insufficient' }, wide)).toMatchInlineSnapshot(`
    "? Nothing here shows a failure, and nothing proves that Docker is well
      Silence is no proof: the lines that would tell are not in this text.
    "
  `);
});

test('only what is wrong and how that is known, for who says the rest: in colour too', () => {
  for (const colour of [false, true]) {
    const text = stripVTControlCharacters(textOf(confirmed, { ...wide, colour, findingOnly: true }));
    expect(stripVTControlCharacters(textOf(confirmed, { ...wide, colour })).startsWith(text.trimEnd())).toBe(true);
    expect(text).toContain('What the host answered');
    for (const heading of ['Why', 'What to do', 'What happened']) expect(text).not.toContain(`\n${heading}\n`);
  }
});
