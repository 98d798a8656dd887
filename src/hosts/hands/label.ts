import { existsSync } from 'node:fs';

/**
 * With SELinux a new file has the label of its folder; this gives it the one of the file whose
 * place it takes, or what the policy says for that path (chcon(1), restorecon(8)).
 */
export const labelLike = async (path: string, model: string): Promise<void> => {
  if (!existsSync('/sys/fs/selinux/enforce')) return;
  const { execa } = await import('execa');
  if (existsSync(model)) await execa('chcon', [`--reference=${model}`, '--', path], { reject: false, stdin: 'ignore' });
  else await execa('restorecon', ['--', path], { reject: false, stdin: 'ignore' });
};
