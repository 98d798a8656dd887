import type { Entry } from '../types.ts';

/** Milliseconds or ISO time as the journal counts: microseconds since 1970. */
const microseconds = (at: string): string | undefined => {
  const ms = Date.parse(at);
  return Number.isNaN(ms) ? undefined : `${ms}000`;
};

/**
 * An entry as `journalctl -o json` would print it, so that it reads the same again. For recordings:
 * secrets are taken out of texts there, which the lengths of the export format would not survive.
 */
export const journalLineOf = (entry: Entry): string => {
  const { at, host, program, pid, unit, invocation, boot, machine, speaker, text } = entry;
  const time = at === undefined ? undefined : microseconds(at);
  return JSON.stringify({
    ...(time !== undefined && { __REALTIME_TIMESTAMP: time }),
    ...(host !== undefined && { _HOSTNAME: host }),
    ...(program !== undefined && { SYSLOG_IDENTIFIER: program }),
    ...(pid !== undefined && { _PID: String(pid) }),
    ...(unit !== undefined && { [speaker === 'systemd' ? 'UNIT' : '_SYSTEMD_UNIT']: unit }),
    ...(invocation !== undefined && { INVOCATION_ID: invocation }),
    ...(boot !== undefined && { _BOOT_ID: boot }),
    ...(machine !== undefined && { _MACHINE_ID: machine }),
    ...(speaker === 'container' && { CONTAINER_NAME: program ?? 'container' }),
    MESSAGE: text,
  });
};
