import { execIn, shell } from '../guest/exec.ts';
import type { Guest } from '../guest/registry.ts';
import type { Fault } from './fault.ts';
import type { Observed } from './perform.ts';

/** What a fault left behind, as people would send it. */
export interface Recording {
  readonly command: string;
  readonly stderr: string;
  readonly status: string;
  readonly journal: string;
  readonly others: string;
}

const ownUnit = 'docker.service';

export const cursorOf = async (guest: Guest): Promise<string> => {
  const { stdout } = await shell(guest, 'journalctl -n 1 --show-cursor --no-pager -q | sed -n "s/^-- cursor: //p"');
  return stdout.trim();
};

export const journalSince = async (
  guest: Guest,
  cursor: string,
  args: readonly string[],
  lang?: string,
): Promise<string> => {
  const after = cursor === '' ? [] : [`--after-cursor=${cursor}`];
  const { stdout } = await execIn(guest, {
    argv: ['journalctl', '--no-pager', '-q', ...after, ...args],
    ...(lang !== undefined && { lang }),
  });
  return stdout;
};

/** The same journal as programs write and send it. */
export const shapesOf = async (guest: Guest, cursor: string): Promise<{ json: string; exported: string }> => ({
  json: await journalSince(guest, cursor, ['-u', ownUnit, '-o', 'json']),
  exported: await journalSince(guest, cursor, ['-u', ownUnit, '-o', 'export']),
});

const otherArgs = (units: readonly string[]): string[] =>
  units.flatMap((unit, index) => {
    const match = unit === 'kernel' ? ['_TRANSPORT=kernel'] : [`UNIT=${unit}`, '+', `_SYSTEMD_UNIT=${unit}`];
    return index === 0 ? match : ['+', ...match];
  });

const statusOf = async (guest: Guest, lang?: string): Promise<string> => {
  const argv = ['systemctl', 'status', ownUnit, '--no-pager', '-l', '-n', '20'];
  return (await execIn(guest, { argv, ...(lang !== undefined && { lang }) })).stdout;
};

export const recordFault = async (
  guest: Guest,
  { units = [], lang }: Fault,
  { command, reply }: Observed,
  cursor: string,
): Promise<Recording> => {
  return {
    command,
    stderr: `${reply.stdout}${reply.stderr}`,
    status: await statusOf(guest, lang),
    journal: await journalSince(guest, cursor, ['-u', ownUnit], lang),
    others: units.length === 0 ? '' : await journalSince(guest, cursor, otherArgs(units), lang),
  };
};

const shown = (command: string, output: string): string =>
  output.trim() === '' ? '' : `$ ${command}\n${output.trimEnd()}\n\n`;

/** The text of a ticket: commands and what they printed. */
export const ticketOf = (
  { command, stderr, status, journal, others }: Recording,
  { observe, units = [] }: Fault,
): string =>
  [
    shown(command, stderr),
    'restart' in observe ? shown('systemctl status docker -l --no-pager', status) : '',
    shown('journalctl -u docker --no-pager', journal),
    shown(`journalctl -u ${units.join(' -u ')} --no-pager`, others),
  ].join('');
