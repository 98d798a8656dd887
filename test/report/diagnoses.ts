import type { Diagnosis, Evidence, Finding } from '../../src/core/types.ts';
import type { ToldCheck } from '../../src/report/checks.ts';

export const line = (source: string, number: number, text: string, at?: string): Evidence => ({
  source,
  line: number,
  text,
  ...(at === undefined ? {} : { at }),
});

export const base: Diagnosis = {
  input: 'docker.log',
  outcome: 'found',
  findings: [],
  attempts: [],
  wanted: [],
  seen: [],
  notes: [],
};

const failed = (at: number) => ({
  unit: 'docker.service',
  start: `4월 21 14:07:${at}`,
  end: `4월 21 14:07:${at}`,
  result: 'failed' as const,
  reason: 'exit-code',
  status: 'status=1/FAILURE',
});

const subid: Finding = {
  cause: 'userns/subid-range-missing',
  verdict: 'likely',
  title: '{user} has no range of subordinate ids in /etc/subuid or /etc/subgid',
  explain: `userns-remap maps root of a container to an unprivileged range of ids of the host. Docker takes
the range from /etc/subuid and /etc/subgid, and does not start if the user has no line there.

The exit status that systemd prints is the same for every mistake in the configuration.
`,
  evidence: [
    line(
      'docker.log',
      12,
      `failed to start daemon: Can't create ID mappings: No subuid ranges found for user "dockremap"`,
      'Apr 21 14:07:44',
    ),
  ],
  checks: [
    {
      query: { ask: 'subid', file: '/etc/subuid', name: 'dockremap' },
      answer: { known: false, why: 'not-asked' },
      says: 'unknown',
    },
  ],
  fixes: [
    {
      title: 'Give {user} a range of 65536 subordinate ids',
      risk: 'restarts',
      cost: 'Restarting Docker stops running containers unless live-restore is on.',
      steps: [
        { line: '/etc/subuid', add: '{user}:{free-range}:65536' },
        { line: '/etc/subgid', add: '{user}:{free-range}:65536' },
        { systemctl: ['restart', 'docker.service'] },
      ],
      undo: 'Remove the two lines again and restart Docker.',
    },
    {
      title: 'Do without userns-remap',
      risk: 'security',
      steps: [{ json: '/etc/docker/daemon.json', remove: ['userns-remap'] }],
    },
  ],
  wanted: [{ run: 'grep -n . /etc/subuid /etc/subgid', why: 'Shows whether {user} has a line in both files.' }],
  captures: { user: 'dockremap' },
  because: 'the line states it',
};

export const likely: Diagnosis = {
  ...base,
  findings: [
    subid,
    {
      ...subid,
      cause: 'userns/remap-user-missing',
      verdict: 'refuted',
      title: 'userns-remap names a user or group that does not exist',
      because: 'the host says otherwise',
      checks: [
        {
          query: { ask: 'account', database: 'passwd', name: 'dockremap' },
          answer: { known: true, facts: { exists: true, id: 999 } },
          says: 'refutes',
          refutes: [{ fact: 'exists', is: true }],
        } as ToldCheck,
      ],
    },
  ],
  attempts: [failed(43), failed(44), failed(45)],
  loop: { attempts: 5, from: 'Apr 21 14:07:43', to: 'Apr 21 14:07:45' },
  notes: ['No host was asked: the log is not of this machine.'],
};

const unasked = (query: ToldCheck['query'], confirms: ToldCheck['confirms']): ToldCheck => ({
  query,
  answer: { known: false, why: 'not-asked' },
  says: 'unknown',
  confirms: confirms ?? [],
});

const limit: Finding = {
  ...subid,
  cause: 'userns/max-user-namespaces',
  verdict: 'possible',
  title: 'The kernel may not create another user namespace',
  explain:
    'The message speaks of a pipe, but it is the kernel that refuses: the limit of user namespaces is used up or 0.',
  evidence: [
    line(
      'stdin',
      3,
      'docker: Error response from daemon: OCI runtime create failed: container_linux.go:348: starting container process caused "process_linux.go:279: getting the final child\'s pid from pipe caused "EOF"": unknown.',
    ),
  ],
  checks: [unasked({ ask: 'sysctl', key: 'user.max_user_namespaces' }, [{ fact: 'value', below: 1 }])],
  fixes: [
    {
      title: 'Raise the limit, now and at every boot',
      when: { distro: ['rhel', 'centos'], version: ['7'] },
      risk: 'safe',
      steps: [{ sysctl: 'user.max_user_namespaces', value: 15000, file: '/etc/sysctl.d/90-userns.conf' }],
      undo: 'Delete /etc/sysctl.d/90-userns.conf and reboot.',
    },
  ],
  wanted: [],
  captures: {},
  because: 'the message has several causes',
};

export const possible: Diagnosis = {
  ...base,
  input: 'stdin',
  findings: [
    limit,
    {
      ...limit,
      cause: 'userns/kernel-disabled',
      title: 'User namespaces are switched off in this kernel',
      checks: [
        unasked({ ask: 'kernel-parameter', name: 'user_namespace.enable' }, [
          { fact: 'present', is: true },
          { fact: 'value', is: '0' },
        ]),
      ],
    },
    {
      ...limit,
      cause: 'kernel/too-old',
      title: 'The kernel is older than what this runc needs',
      checks: [],
      wanted: [
        { run: 'docker version', why: 'the version of runc' },
        { run: 'uname -r; ls /lib/modules', why: 'kernel/too-old: major below 3 confirms it' },
      ],
    },
  ],
  wanted: [
    { run: 'sysctl user.max_user_namespaces', why: 'Stands beside its suspect already.' },
    {
      run: 'sudo journalctl -k -b --no-pager -n 100',
      why: 'The kernel says there why it refused a process of the container.',
    },
  ],
};

export const confirmed: Diagnosis = {
  ...likely,
  input: 'journal',
  findings: [
    {
      ...subid,
      verdict: 'confirmed',
      checks: [
        {
          query: { ask: 'subid', file: '/etc/subuid', name: 'dockremap' },
          answer: { known: true, facts: { exists: true, readable: true, ranges: 0, ids: 0, largest: 0 } },
          says: 'confirms',
          confirms: [
            { fact: 'exists', is: true },
            { fact: 'ranges', below: 1 },
          ],
        } as ToldCheck,
        {
          query: { ask: 'file', path: '/etc/docker/daemon.json' },
          answer: { known: false, why: 'denied' },
          says: 'unknown',
        },
      ],
    },
    likely.findings[1] as Finding,
  ],
  notes: ['/etc/docker/daemon.json was changed 2 minutes before the first failure.'],
};

export const insufficient: Diagnosis = {
  ...base,
  input: 'status.txt',
  outcome: 'insufficient',
  attempts: [failed(43), failed(44), failed(45)],
  loop: { attempts: 3, from: '4월 21 14:07:43', to: '4월 21 14:07:45' },
  wanted: [
    {
      run: 'sudo journalctl -u docker.service -b --no-pager -n 200 -o short-precise --output-fields=MESSAGE,_PID',
      why: 'dockerd prints the reason just before it ends; systemctl status does not show it.',
    },
    { run: 'sudo cat /etc/docker/daemon.json', why: 'Most failures at the start are a mistake in this file.' },
  ],
  seen: [
    {
      ...line('status.txt', 7, 'docker.service: main process exited, code=exited, sta', '4월 21 14:07:44'),
      cut: 'end',
    },
    line('status.txt', 8, 'Failed to start Docker Application Container Engine.', '4월 21 14:07:44'),
  ],
};

export const healthy: Diagnosis = {
  ...base,
  outcome: 'healthy',
  findings: [{ ...subid, evidence: subid.evidence, because: 'recovered' }],
  attempts: [failed(43), { unit: 'docker.service', start: '4월 21 14:09:01', result: 'started' }],
  seen: [
    line('docker.log', 40, 'Daemon has completed initialization', 'Apr 21 14:09:02'),
    line('docker.log', 38, 'Your kernel does not support swap memory limit', 'Apr 21 14:09:01'),
  ],
};

export const unrelated: Diagnosis = { ...base, input: 'nginx.log', outcome: 'unrelated' };

export const several: readonly Diagnosis[] = [
  { ...likely, input: 'tickets/1001/docker.log' },
  { ...possible, input: 'tickets/1002.txt' },
  { ...insufficient, input: 'tickets/1003/상태.txt' },
  { ...likely, input: 'tickets/1004.log' },
  { ...healthy, input: 'tickets/1005.log' },
  { ...unrelated, input: 'tickets/readme.md' },
];
