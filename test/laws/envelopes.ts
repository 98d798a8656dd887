/**
 * One failed start, wrapped as people paste it. Every envelope must give the
 * same diagnosis as the journal itself.
 */
export interface Line {
  readonly program: string;
  readonly pid?: number;
  readonly text: string;
}

export const failedStart: readonly Line[] = [
  { program: 'systemd', pid: 1, text: 'Starting docker.service - Docker Application Container Engine...' },
  { program: 'dockerd', pid: 4711, text: 'time="2026-11-23T07:24:56.523456789Z" level=info msg="Starting up"' },
  {
    program: 'dockerd',
    pid: 4711,
    text: `failed to start daemon: Can't create ID mappings: No subuid ranges found for user "dockremap"`,
  },
  { program: 'systemd', pid: 1, text: 'docker.service: Main process exited, code=exited, status=1/FAILURE' },
  { program: 'systemd', pid: 1, text: "docker.service: Failed with result 'exit-code'." },
  { program: 'systemd', pid: 1, text: 'Failed to start docker.service - Docker Application Container Engine.' },
];

const isDaemon = ({ program }: Line): boolean => program === 'dockerd';

const prefixed =
  (before: string, wrap: (text: string) => string = (text) => text) =>
  (lines: readonly Line[]): string =>
    lines
      .map(({ program, pid, text }) => wrap(`${before}${program}${pid === undefined ? '' : `[${pid}]`}: ${text}`))
      .join('\n');

const bare =
  (wrap: (text: string) => string) =>
  (lines: readonly Line[]): string =>
    lines
      .filter(isDaemon)
      .map(({ text }) => wrap(text))
      .join('\n');

const records =
  (make: (line: Line) => object, join: (objects: readonly object[]) => string) =>
  (lines: readonly Line[]): string =>
    join(lines.map(make));

const jsonLines = (objects: readonly object[]): string => objects.map((one) => JSON.stringify(one)).join('\n');

const journal = ({ program, pid, text }: Line): object => ({
  _HOSTNAME: 'host1',
  __REALTIME_TIMESTAMP: '1795418696723456',
  SYSLOG_IDENTIFIER: program,
  _PID: String(pid),
  MESSAGE: text,
  ...(program === 'systemd'
    ? { UNIT: 'docker.service', _SYSTEMD_UNIT: 'init.scope' }
    : { _SYSTEMD_UNIT: 'docker.service' }),
});

const bytesOfMessage = (line: Line): object => ({
  ...journal(line),
  MESSAGE: [...new TextEncoder().encode(`\u001b[31m${line.text}\u001b[0m`)],
});

const stamp = '2026-11-23T07:24:56.723456+01:00';
const quoteCsv = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const months = [
  'Nov',
  'Nov.',
  'nov.',
  'nov',
  'novembre',
  'de nov.',
  'lis',
  'lis.',
  'ноя',
  'лис',
  'Kas',
  'Νοε',
  'marras',
  '11월',
  '11月',
  'Thg 11',
  'нояб',
  'نوفمبر',
  'พ.ย.',
  'नवम्बर',
];

export const envelopes: Readonly<Record<string, (lines: readonly Line[]) => string>> = {
  short: prefixed('Nov 23 08:24:56 host1 '),
  'short, day padded': prefixed('Nov  3 08:24:56 host1 '),
  'no host': prefixed('Nov 23 08:24:56 '),
  'empty host': prefixed('Nov 23 08:24:56  '),
  'host is an address': prefixed('Nov 23 08:24:56 192.0.2.7 '),
  'host with dots': prefixed('Nov 23 08:24:56 centos77.linux '),
  'short-iso': prefixed('2026-11-23T08:24:56+0100 host1 '),
  'short-iso of systemd 255': prefixed('2026-11-23T08:24:56+01:00 host1 '),
  'short-full': prefixed('Mon 2026-11-23 08:24:56 CET host1 '),
  'short-full, odd zone': prefixed('Mon 2026-11-23 08:24:56 -03 host1 '),
  'short-unix': prefixed('1795418696.723456 host1 '),
  'short-monotonic': prefixed('[   39.308007] host1 '),
  'short-delta': prefixed('[   39.308007 <    0.100000 >] host1 '),
  rsyslog: prefixed(`${stamp} host1 `),
  'RFC 3164 with PRI': prefixed('<30>Nov 23 07:24:56 host1 '),
  'journal over a build server': prefixed('[2026-11-24T09:00:01.123Z] Nov 23 08:24:56 host1 '),
  'line numbers and indentation': (lines) =>
    prefixed('Nov 23 08:24:56 host1 ')(lines)
      .split('\n')
      .map((line, index) => `   ${line}${index < 0 ? '' : ''}`)
      .join('\n'),
  'quoted in a mail': prefixed('> Nov 23 08:24:56 host1 '),
  'blank line between lines': (lines) => prefixed('Nov 23 08:24:56 host1 ')(lines).replaceAll('\n', '\n\n'),
  'rsyslog escapes': prefixed('Nov 23 08:24:56 host1 ', (text) => text.replace(': ', ': #033[31m').concat('#033[0m')),
  'escapes as text': prefixed('Nov 23 08:24:56 host1 ', (text) => text.replace(': ', ': ESC[34m')),
  'HTML entities': prefixed('Nov 23 08:24:56 host1 ', (text) =>
    text.replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
  ),
  'curly quotes': prefixed('Nov 23 08:24:56 host1 ', (text) => text.replaceAll("'", '’').replaceAll('"', '”')),
  CRLF: (lines) => prefixed('Nov 23 08:24:56 host1 ')(lines).replaceAll('\n', '\r\n'),
  'message repeated': prefixed('Nov 23 08:24:56 host1 ', (text) =>
    text.replace(/: (failed.*)$/, ': message repeated 2 times: [ $1]'),
  ),
  'NUL bytes': (lines) => `\0\0\0${prefixed('Nov 23 08:24:56 host1 ')(lines)}\0`,
  ...Object.fromEntries(months.map((month) => [`month ${month}`, prefixed(`${month} 23 08:24:56 host1 `)])),
  'RFC 5424': (lines) =>
    lines.map(({ program, pid, text }) => `<30>1 ${stamp} host1 ${program} ${pid} - - ${text}`).join('\n'),
  'RFC 5424 with data': (lines) =>
    lines
      .map(({ program, pid, text }) => `<30>1 ${stamp} host1 ${program} ${pid} ID1 [x@1 a="b\\]"][y@2] ${text}`)
      .join('\n'),
  'journal json': records(journal, jsonLines),
  'journal json, bytes': records(bytesOfMessage, jsonLines),
  'journal json-pretty': records(journal, (all) => all.map((one) => JSON.stringify(one, null, '\t')).join('')),
  'journal json array': records(journal, (all) => JSON.stringify(all)),
  'journal json-sse': records(journal, (all) => all.map((one) => `data: ${JSON.stringify(one)}\n\n`).join('')),
  'journal json-seq': records(journal, (all) => all.map((one) => `\x1e${JSON.stringify(one)}\n`).join('')),
  'json, cut at the end': records(journal, (all) => `${jsonLines(all)}\n{"MESSAGE":"cut in the mid`),
  'CloudWatch events': records(
    (line) => ({
      logStreamName: 'i-0abc',
      timestamp: 1795418696723,
      message: prefixed('Nov 23 08:24:56 host1 ')([line]),
    }),
    (events) => JSON.stringify({ events, searchedLogStreams: [] }, null, 4),
  ),
  'CloudWatch events on one line': records(
    (line) => ({ timestamp: 1795418696723, message: prefixed('Nov 23 08:24:56 host1 ')([line]) }),
    (events) => JSON.stringify({ events }),
  ),
  'journald to CloudWatch': records(
    ({ program, pid, text }) => ({
      instanceId: 'i-1',
      pid,
      systemdUnit: 'docker.service',
      hostname: 'host1',
      syslog: { identifier: program },
      message: text,
    }),
    jsonLines,
  ),
  'GCP LogEntry': records(
    ({ program, text }) => ({
      insertId: 'a',
      jsonPayload: { MESSAGE: text, SYSLOG_IDENTIFIER: program },
      timestamp: stamp,
    }),
    (all) => JSON.stringify(all, null, 2),
  ),
  'GCP textPayload': records(
    (line) => ({ textPayload: prefixed('Nov 23 08:24:56 host1 ')([line]), timestamp: stamp }),
    jsonLines,
  ),
  'fluent-bit, lower case': records(
    ({ program, text }) => ({ systemd_unit: 'docker.service', syslog_identifier: program, message: text }),
    jsonLines,
  ),
  Filebeat: records(
    ({ program, pid, text }) => ({
      '@timestamp': stamp,
      message: text,
      systemd: { unit: 'docker.service' },
      process: { pid, name: program },
    }),
    jsonLines,
  ),
  'search hits': records(
    ({ program, text }) => ({ _index: 'j', _source: { message: text, syslog: { identifier: program } } }),
    (hits) => JSON.stringify({ took: 3, hits: { total: 6, hits } }, null, 2),
  ),
  'Ansible result': (lines) =>
    `fatal: [host1]: FAILED! => ${JSON.stringify({ changed: true, rc: 1, stdout_lines: prefixed('Nov 23 08:24:56 host1 ')(lines).split('\n') })}`,
  'Logs Insights CSV': (lines) =>
    `@timestamp,@message\n${lines.map((line) => `2026-11-23 07:24:56.000,${quoteCsv(prefixed('Nov 23 08:24:56 host1 ')([line]))}`).join('\n')}`,
  'Kibana CSV': (lines) =>
    `"@timestamp","host.name",message\n${lines.map((line) => `"Nov 23, 2026 @ 08:24:56.000","host1",${quoteCsv(prefixed('Nov 23 08:24:56 host1 ')([line]))}`).join('\n')}`,
  'docker json-file': bare((text) =>
    JSON.stringify({ log: `${text}\n`, stream: 'stderr', time: '2026-11-23T07:24:56.1Z' }),
  ),
  CRI: bare((text) => `2026-11-23T07:24:56.123456789Z stderr F ${text}`),
  'CRI, partial': bare(
    (text) => `2026-11-23T07:24:56.1Z stderr P ${text.slice(0, 20)}\n2026-11-23T07:24:56.1Z stderr F ${text.slice(20)}`,
  ),
  compose: bare((text) => `dind-1  | ${text}`),
  'compose 1': bare((text) => `dind_1  | ${text}`),
  'upstart bare lines': bare((text) => text),
  'Docker Desktop vm log': bare((text) => `2026-11-23T07:24:56Z dockerd ${text}`),
  'Docker Desktop init.log': bare((text) =>
    JSON.stringify({ component: 'dockerd', level: 'error', msg: text, time: '2026-11-23T07:24:56Z' }),
  ),
  'dockerd --log-format json': bare((text) =>
    JSON.stringify({ level: 'fatal', msg: text, time: '2026-11-23T07:24:56Z' }),
  ),
  'aws logs tail': bare(
    (text) =>
      `2026-11-23T07:24:56+00:00 i-0123456789abcdef0 time="2026-11-23T07:24:56Z" level=fatal msg=${JSON.stringify(text)}`,
  ),
  Loki: bare((text) => `2026-11-23T07:24:56Z {unit="docker.service"} ${text}`),
  'logcli jsonl': bare((text) => JSON.stringify({ labels: { unit: 'docker.service' }, line: text, timestamp: stamp })),
  'on a terminal': bare((text) => `\x1b[31mFATA\x1b[0m[2026-11-23T07:24:56.523456789Z] ${text}`),
  'on a terminal, seconds': bare((text) => `FATA[0000] ${text}`),
  logfmt: bare((text) => `time="2026-11-23T07:24:56Z" level=fatal msg=${JSON.stringify(text)}`),
  'docker 1.4': bare((text) => `2026/11/23 07:24:56 ${text}`),
  'cloud-init': bare((text) => `[   38.70] cloud-init[911]: ${text}`),
  'markdown ticket': (lines) =>
    `### Description\n\nDocker does not start.\n\n\`\`\`\n$ sudo journalctl -u docker\n${prefixed('Nov 23 08:24:56 host1 ')(lines)}\n\`\`\`\n\nWhat now?\n`,
};
