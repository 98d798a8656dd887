import { InputError } from '../../errors.ts';
import { nameOf, type Target } from './target.ts';

/** What ssh says, what it means, and what to do next. The first that fits. */
const failures: readonly (readonly [RegExp, (name: string) => string, (host: string) => string])[] = [
  [
    /could not resolve hostname|name or service not known|nodename nor servname/i,
    (name) => `no host is known as ${name}`,
    () => 'is the name right? ~/.ssh/config may name it as well',
  ],
  [
    /remote host identification has changed/i,
    (name) => `the key of ${name} is not the one that was known`,
    (host) => `find out why before you go on; if it was set up anew: ssh-keygen -R ${host}`,
  ],
  [
    /host key verification failed|no matching host key|host key is (?:un)?known/i,
    (name) => `the key of ${name} is not known here`,
    (host) => `connect once by hand and look at the key: ssh ${host}`,
  ],
  [
    /permission denied|too many authentication failures|no more authentication methods/i,
    (name) => `${name} does not let you in`,
    (host) => `does \`ssh ${host} true\` work? Name the user (ssh://USER@${host}) or add the key (ssh-add)`,
  ],
  [
    /connection refused/i,
    (name) => `${name} refuses the connection`,
    (host) => `does sshd run there, and on this port? ssh://${host}:PORT`,
  ],
  [
    /timed out|no route to host|network is unreachable|host is down/i,
    (name) => `${name} does not answer`,
    () => 'is it up, and is a firewall or a VPN between?',
  ],
  [
    /no such file or directory|enoent|exec: .*not found/i,
    () => 'there is no ssh on this machine',
    () => 'install the OpenSSH client, or pipe the log in: ssh HOST journalctl -u docker | docker-why',
  ],
];

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** ssh speaks of the last thing last; the rest is what a server had to say. */
const lastLine = (stderr: string): string =>
  stderr.replaceAll(controls, '').trim().split('\n').at(-1)?.slice(0, 200) ?? '';

/** Why there is no connection, from what ssh wrote. */
export const connectionError = (target: Target, stderr: string): InputError => {
  const name = nameOf(target);
  const found = failures.find(([pattern]) => pattern.test(stderr));
  const said = lastLine(stderr);
  if (found !== undefined) {
    const [, message, hint] = found;
    return new InputError(message(name), `${hint(target.host)}${said === '' ? '' : ` (ssh: ${said})`}`);
  }
  return new InputError(
    `${name} gives no shell`,
    `does \`ssh ${target.host} sh -c true\` work?${said === '' ? '' : ` (ssh: ${said})`}`,
  );
};
