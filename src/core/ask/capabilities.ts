import { ask, type Inquiry } from './inquiry.ts';

/**
 * The file capabilities of a program, as getcap(8) prints them: `cap_setuid=ep`; '' where it has
 * none, since getcap is then silent.
 */
export function* capabilitiesOf(path: string): Inquiry<string | undefined> {
  const reply = yield* ask({ read: 'output', argv: ['getcap', path] });
  if (!reply.known || reply.code !== 0 || reply.stderr.trim() !== '') return undefined;
  const [line = ''] = reply.stdout.split('\n');
  // until libcap 2.41 `path = cap_setuid+ep`
  return line.startsWith(`${path} `) ? line.slice(path.length + 1).replace(/^= /, '') : line.trim();
}
