import type { Journalctl, Printed } from './journal.ts';

/** A journal that does not come by then is left alone; milliseconds. */
const patience = 20_000;
const mostBytes = 256 * 1024 * 1024;

/** journalctl of this machine; `before` goes in front of every argument (`-D /mnt/disk/var/log/journal`). */
export const localJournalctl =
  (env: Readonly<Record<string, string | undefined>>, before: readonly string[] = []): Journalctl =>
  async (args): Promise<Printed | undefined> => {
    const { execa } = await import('execa');
    const result = await execa('journalctl', [...before, ...args], {
      // in C: what it says of missing rights is read
      env: { ...env, LC_ALL: 'C' },
      extendEnv: false,
      stdin: 'ignore',
      reject: false,
      encoding: 'buffer',
      timeout: patience,
      maxBuffer: mostBytes,
      stripFinalNewline: false,
    });
    if (result.code === 'ENOENT' || result.code === 'EACCES') return undefined;
    return { code: result.exitCode ?? 1, bytes: result.stdout, stderr: new TextDecoder().decode(result.stderr) };
  };
