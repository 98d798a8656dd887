import { chmodSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Child, startChild } from '../../../src/hosts/shell/child.ts';
import { type Risen, sudoShell, sudoShellWith } from '../../../src/hosts/ssh/sudo.ts';

const folder = mkdtempSync(join(tmpdir(), 'docker-why-sudo-'));

/** What sudo does with its words, in so far as it is asked for here; its log holds what it was given. */
const script = (password: string, lets: boolean): string => `#!/bin/sh
echo "$*" >>${folder}/log
[ ${password === '' ? 'yes' : 'no'} = yes ] || case $1 in
  -n) echo 'sudo: a password is required' >&2; exit 1 ;;
  *) for try in 1 2 3; do
      printf %s "$4" >&2
      IFS= read -r given || exit 1
      [ "$given" != '${password}' ] || break
      echo 'Sorry, try again.' >&2
      given=
    done ;;
esac
${lets ? '' : "echo 'sudo: you are not in the sudoers file' >&2; exit 1"}
while [ "$1" != -- ]; do shift; done
shift
exec "$@"
`;

const sessionWith = (name: string, sudo: string | undefined) => (): Promise<Child> => {
  const bin = join(folder, name);
  if (sudo !== undefined) {
    writeFileSync(bin, '#!/bin/sh\n');
    writeFileSync(`${bin}.sudo`, sudo);
    chmodSync(`${bin}.sudo`, 0o755);
  }
  // a function in the place of the program: no folder of programs is needed
  return startChild('sh', [
    '-c',
    `d=$(mktemp -d); ${sudo === undefined ? ':' : `ln -s ${bin}.sudo "$d/sudo"`}; for p in sh cat echo id; do ln -s "$(command -v $p)" "$d/$p" 2>/dev/null; done; PATH=$d; exec sh`,
  ]);
};

const answers = async (risen: Risen): Promise<string> => {
  if (!('shell' in risen)) throw new Error(risen.said);
  const { shell } = risen;
  const come = new Promise<string>((resolve) => shell.stdout.once('data', (chunk: Buffer) => resolve(String(chunk))));
  shell.stdin.write('echo here\n');
  const said = await come;
  shell.stdin.end();
  return said;
};

test('without a question, where sudo lets us', async () => {
  expect(await answers(await sudoShell(sessionWith('open', script('', true))))).toBe('here\n');
});

test('a password is asked for only where it is wanted, and no shell ever reads it', async () => {
  const session = sessionWith('asks', script('s3cret $(touch hacked)', true));
  expect(await sudoShell(session)).toEqual({ refused: 'password', said: 'sudo: a password is required' });
  expect(await answers(await sudoShellWith(session, 's3cret $(touch hacked)'))).toBe('here\n');
  expect(await sudoShellWith(session, 'wrong')).toMatchObject({ refused: 'other' });
  expect(readFileSync(join(folder, 'log'), 'utf8')).not.toContain('s3cret');
  expect(existsSync('hacked')).toBe(false);
  // where it asks for none, none is sent
  expect(await answers(await sudoShellWith(sessionWith('none', script('', true)), 'touch hacked'))).toBe('here\n');
  expect(existsSync('hacked')).toBe(false);
});

test('why there is none', async () => {
  expect(await sudoShell(sessionWith('closed', script('', false)))).toMatchObject({
    refused: 'other',
    said: 'sudo: you are not in the sudoers file',
  });
  expect(await sudoShell(sessionWith('missing', undefined))).toMatchObject({
    refused: 'other',
    said: expect.stringMatching(/not found/),
  });
});
