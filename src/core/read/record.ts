/** A structured record (journal JSON, export, verbose, cloud and shipper JSON) as the message with what is known of it. */
export interface Message {
  readonly text: string;
  readonly at?: string;
  readonly host?: string;
  readonly program?: string;
  readonly pid?: number;
  readonly unit?: string;
  readonly invocation?: string;
  readonly boot?: string;
  readonly machine?: string;
  readonly level?: string;
  readonly container?: boolean;
}

export type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Journal: text, an array of byte numbers (control characters, invalid UTF-8), or an array of values. */
const textOf = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (!Array.isArray(value)) return undefined;
  if (value.length > 0 && value.every((one) => typeof one === 'number')) {
    return new TextDecoder().decode(Uint8Array.from(value as number[]));
  }
  return textOf(value[0]);
};

const at = (fields: Fields, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (isFields(value) ? value[key] : undefined), fields);

const firstText = (fields: Fields, paths: readonly string[]): string | undefined => {
  for (const path of paths) {
    const text = textOf(fields[path] ?? at(fields, path));
    if (text !== undefined && text !== '') return text;
  }
  return undefined;
};

const messageKeys = [
  'MESSAGE',
  'message',
  'msg',
  'log',
  'line',
  'textPayload',
  'jsonPayload.MESSAGE',
  'jsonPayload.message',
  'body',
  '@message',
  '_raw',
  'MESSAGE_RAW',
];

/** Systemd's lines about a unit name it in UNIT; the unit's own lines in _SYSTEMD_UNIT. */
const unitKeys = [
  'UNIT',
  'USER_UNIT',
  '_SYSTEMD_USER_UNIT',
  '_SYSTEMD_UNIT',
  'SYSTEMD_UNIT',
  'systemd_unit',
  'systemdUnit',
  'systemd.unit',
  'jsonPayload._SYSTEMD_UNIT',
  'unit',
];
const programKeys = [
  'SYSLOG_IDENTIFIER',
  'syslog_identifier',
  'syslog.identifier',
  'jsonPayload.SYSLOG_IDENTIFIER',
  'log.syslog.appname',
  'ident',
  'appname',
  'component',
  '_COMM',
  'comm',
  'process.name',
];
const timeKeys = [
  '__REALTIME_TIMESTAMP',
  '_SOURCE_REALTIME_TIMESTAMP',
  '_realtime_timestamp_',
  'time',
  '@timestamp',
  'timestamp',
  'date',
];
const containerKeys = [
  'CONTAINER_ID',
  'CONTAINER_NAME',
  'IMAGE_NAME',
  'CONTAINER_ID_FULL',
  'container_id',
  'container_name',
];

const optional = <Key extends string>(key: Key, value: string | undefined): { readonly [K in Key]?: string } =>
  value === undefined ? {} : ({ [key]: value } as { [K in Key]: string });

/** What kind of thing the fields say they are about, or nothing where they hold no message. */
export const messageOf = (fields: Fields): Message | undefined => {
  const text = firstText(fields, messageKeys);
  // null: longer than 4087 bytes and journalctl ran without -a
  if (text === undefined)
    return fields['MESSAGE'] === null ? { text: '[message too long, journalctl left it out]' } : undefined;
  const pid = Number(firstText(fields, ['_PID', 'SYSLOG_PID', 'pid', 'process.pid', 'log.syslog.procid']));
  const error = firstText(fields, ['error', 'err']);
  return {
    text:
      error !== undefined && (fields['msg'] !== undefined || fields['level'] !== undefined)
        ? `${text}: ${error}`
        : text,
    ...optional('at', firstText(fields, timeKeys)),
    ...optional(
      'host',
      firstText(fields, ['_HOSTNAME', 'hostname', 'host.name', 'host.hostname', 'jsonPayload._HOSTNAME']),
    ),
    ...optional('program', firstText(fields, programKeys)),
    ...(Number.isInteger(pid) && { pid }),
    ...optional('unit', firstText(fields, unitKeys)),
    ...optional('invocation', firstText(fields, ['INVOCATION_ID', '_SYSTEMD_INVOCATION_ID', 'USER_INVOCATION_ID'])),
    ...optional('boot', firstText(fields, ['_BOOT_ID'])),
    ...optional('machine', firstText(fields, ['_MACHINE_ID'])),
    ...optional('level', firstText(fields, ['level', 'severity', 'lvl'])),
    ...(containerKeys.some((key) => fields[key] !== undefined) && { container: true }),
  };
};

/** Keys under which tools keep whole outputs: each line of the text is a line of its own. */
export const outputKeys = [
  'stdout',
  'stderr',
  'stdout_lines',
  'stderr_lines',
  'module_stderr',
  'module_stdout',
  'msg',
  'output',
  'ServerErrors',
];
