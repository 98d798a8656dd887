import { UsageError } from '../../errors.ts';

/** `ssh://[user@]host[:port]`, taken apart; a host may be a name of the person's ssh config. */
export interface Target {
  readonly host: string;
  readonly user?: string;
  readonly port?: string;
}

/** Nothing that could be an option of ssh, or mean something to a shell in its ProxyCommand. */
const user = String.raw`[A-Za-z0-9_][\w.@+-]{0,63}`;
const host = String.raw`[A-Za-z0-9_][\w.-]{0,252}|\[[0-9A-Fa-f:.]{2,45}(?:%[\w.-]{1,32})?\]`;
const shape = new RegExp(`^ssh://(?:(${user})@)?(${host})(?::(\\d{1,5}))?/?$`);

const usage = 'a host is named ssh://USER@HOST or ssh://HOST:PORT';

export const parseTarget = (text: string): Target => {
  if (/^ssh:\/\/[^/@]*:[^/@]*@/.test(text))
    throw new UsageError('a password has no place in a command line', `${usage}; ssh asks for it, or use a key`);
  const match = shape.exec(text);
  const [, name, address = '', port] = match ?? [];
  if (match === null || (port !== undefined && (Number(port) < 1 || Number(port) > 65535)))
    throw new UsageError(`${JSON.stringify(text)} names no host that ssh could reach`, usage);
  return {
    host: address.replace(/^\[|\]$/g, ''),
    ...(name !== undefined && { user: name }),
    ...(port !== undefined && { port }),
  };
};

/** How it is called in a sentence. */
export const nameOf = ({ host, port }: Target): string => (port === undefined ? host : `${host} port ${port}`);
