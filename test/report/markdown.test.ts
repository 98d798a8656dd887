import { expect, test } from 'vitest';
import type { Diagnosis } from '../../src/core/types.ts';
import { markdownOf } from '../../src/report/markdown.ts';
import { confirmed, healthy, insufficient, likely, line, possible } from './diagnoses.ts';

test('a cause, for an issue', () => {
  expect(markdownOf([confirmed], { host: { name: 'web1' } })).toMatchInlineSnapshot(`
    "## Confirmed: dockremap has no range of subordinate ids in /etc/subuid or /etc/subgid

    \`userns/subid-range-missing\`, input \`journal\`

    Proven by what web1 answered.

    ### Evidence

    \`docker.log:12\`, \`Apr 21 14:07:44\`:

    \`\`\`text
    failed to start daemon: Can't create ID mappings: No subuid ranges found for user "dockremap"
    \`\`\`

    ### What the host answered

    - \`grep -n . /etc/subuid\`: exists: yes, ranges: 0; this confirms it
    - \`ls -ld /etc/docker/daemon.json\`: not allowed to look; as root it may be answered

    ### Why

    userns-remap maps root of a container to an unprivileged range of ids of the host. Docker takes the range from /etc/subuid and /etc/subgid, and does not start if the user has no line there.

    The exit status that systemd prints is the same for every mistake in the configuration.

    ### What to do

    **1. Give dockremap a range of 65536 subordinate ids**

    Cost: Restarting Docker stops running containers unless live-restore is on.

    For &lt;free-range&gt; put the first id behind all ranges in /etc/subuid and /etc/subgid, 100000 if there are none.

    \`\`\`sh
    echo 'dockremap:<free-range>:65536' | sudo tee -a /etc/subuid
    echo 'dockremap:<free-range>:65536' | sudo tee -a /etc/subgid
    sudo systemctl restart docker.service
    \`\`\`

    Undo: Remove the two lines again and restart Docker.

    **2. Do without userns-remap**

    This weakens a protection: decide whether you want that.

    In /etc/docker/daemon.json take out "userns-remap".

    ### What happened

    - Docker was started 5 times between Apr 21 14:07:43 and 14:07:45, each failed (status=1/FAILURE).
    - /etc/docker/daemon.json was changed 2 minutes before the first failure.

    ### Looked at, and ruled out

    - userns-remap names a user or group that does not exist (\`userns/remap-user-missing\`): the host says otherwise (getent passwd dockremap gives exists: yes)
    "
  `);
});

test('rivals', () => {
  expect(markdownOf([possible])).toMatchInlineSnapshot(`
    "## Possible, one of 3 causes: The kernel may not create another user namespace

    \`userns/max-user-namespaces\`, input \`stdin\`

    Not proven: the message has several causes; nothing tells them apart yet.

    ### Evidence

    \`stdin:3\`:

    \`\`\`text
    docker: Error response from daemon: OCI runtime create failed: container_linux.go:348: starting container process caused "process_linux.go:279: getting the final child's pid from pipe caused "EOF"": unknown.
    \`\`\`

    ### Why

    The message speaks of a pipe, but it is the kernel that refuses: the limit of user namespaces is used up or 0.

    ### What to do if it is \`userns/max-user-namespaces\`

    **1. Raise the limit, now and at every boot (RHEL or CentOS 7)**

    Safe: nothing that runs is touched.

    \`\`\`sh
    sudo sysctl -w user.max_user_namespaces=15000
    echo 'user.max_user_namespaces = 15000' | sudo tee -a /etc/sysctl.d/90-userns.conf
    \`\`\`

    Undo: Delete /etc/sysctl.d/90-userns.conf and reboot.

    ### To be sure

    \`\`\`sh
    sudo journalctl -k -b --no-pager -n 100
    \`\`\`

    The kernel says there why it refused a process of the container.

    ### What tells which it is

    - The kernel may not create another user namespace (\`userns/max-user-namespaces\`): \`sysctl user.max_user_namespaces\`. It is this if "value" is below 1.
    - User namespaces are switched off in this kernel (\`userns/kernel-disabled\`): \`cat /proc/cmdline\`. It is this if "present" is yes and "value" is 0.
    - The kernel is older than what this runc needs (\`kernel/too-old\`): \`uname -r; ls /lib/modules\`. major below 3 confirms it
    "
  `);
});

test('no cause: what to ask the customer for', () => {
  expect(markdownOf([insufficient])).toMatchInlineSnapshot(`
    "## Docker failed, and the reason is not in this log

    input \`status.txt\`

    Docker was started 3 times between 4월 21 14:07:43 and 14:07:45, each failed (status=1/FAILURE).

    ### What was seen

    \`status.txt:7\`, \`4월 21 14:07:44\`:

    \`\`\`text
    docker.service: main process exited, code=exited, sta
    \`\`\`

    The end of this line was cut off when it was printed; with --no-pager --full it is whole.

    \`status.txt:8\`, \`4월 21 14:07:44\`:

    \`\`\`text
    Failed to start Docker Application Container Engine.
    \`\`\`

    ### Please run this and send what it prints

    \`\`\`sh
    sudo journalctl -u docker.service -b --no-pager -n 200 -o short-precise --output-fields=MESSAGE,_PID
    \`\`\`

    dockerd prints the reason just before it ends; systemctl status does not show it.

    \`\`\`sh
    sudo cat /etc/docker/daemon.json
    \`\`\`

    Most failures at the start are a mistake in this file.
    "
  `);
});

test('several inputs stand one after the other', () => {
  const both = markdownOf([likely, healthy]);
  expect(both.match(/^## .*/gm)).toEqual([
    '## Likely: dockremap has no range of subordinate ids in /etc/subuid or /etc/subgid',
    '## Docker is up; nothing is wrong now',
  ]);
});

const evil =
  'x\n```\n## Owned\n<img src=x onerror=alert(1)> @admin [a](http://evil)\n```\n`` ` http://u:hunter2@proxy:1/';

test('text of a log stays within its fence, and its secrets at home', () => {
  const finding = { ...likely.findings[0], evidence: [line(evil, 1, evil, evil)], title: evil, because: evil };
  const poisoned = { ...likely, input: evil, notes: [evil], findings: [finding] } as Diagnosis;
  const text = markdownOf([poisoned]);
  expect(text).not.toContain('hunter2');
  const outside = text
    .replaceAll(/^(`{3,})\w*\n[\s\S]*?\n\1$/gm, '')
    .replaceAll(/(?<![`\\])(`+)(?!`)[^\n]*?[^`\n]\1(?!`)/g, '');
  expect(outside).not.toMatch(/^## Owned/m);
  expect(outside).not.toContain('<img');
  expect(outside).not.toContain('@admin');
  expect(outside).not.toContain('http://evil');
});
