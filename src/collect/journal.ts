import { InputError } from '../errors.ts';
import type { Source } from './source.ts';

export interface JournalOptions {
  readonly unit?: string;
  readonly since?: string;
  readonly boot?: string;
}

const fields = [
  'MESSAGE',
  'SYSLOG_IDENTIFIER',
  '_PID',
  '_HOSTNAME',
  '_SYSTEMD_UNIT',
  'UNIT',
  'CONTAINER_ID',
  '_SYSTEMD_INVOCATION_ID',
  'INVOCATION_ID',
  '_BOOT_ID',
  '_MACHINE_ID',
];

/** export prints five times as fast as json, and bytes stay bytes. */
const argvOf = ({ unit, since, boot }: JournalOptions): readonly string[] => [
  ...(unit === undefined ? ['docker.service', 'docker.socket', 'containerd.service'] : [unit]).flatMap((name) => [
    '-u',
    name,
  ]),
  '-b',
  boot ?? '0',
  ...(since === undefined ? ['-n', '2000'] : ['--since', since]),
  '-o',
  'export',
  `--output-fields=${fields.join(',')}`,
  '--no-pager',
  '-q',
];

async function* journalBytes(options: JournalOptions): AsyncIterable<Uint8Array> {
  const { execa } = await import('execa');
  const child = execa('journalctl', argvOf(options), { stdin: 'ignore', buffer: false, reject: false });
  let seen = false;
  for await (const chunk of child.iterable({ from: 'stdout', binary: true, preserveNewlines: true })) {
    seen = true;
    yield chunk;
  }
  const { failed } = await child;
  if (failed || !seen) {
    throw new InputError(
      failed
        ? 'journalctl could not be run on this host'
        : 'the journal of this host holds no line of Docker that you may read',
      'sudo docker-why, or name a log: docker-why FILE, or pipe one in',
    );
  }
}

/** The journal of this host, of the units that belong together, of this boot. */
export const journalSource = (options: JournalOptions): Source => ({
  name: 'journal',
  chunks: () => journalBytes(options),
});
