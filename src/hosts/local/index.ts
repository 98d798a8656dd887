import { userInfo } from 'node:os';
import type { Reply, Request } from '../../core/types.ts';
import { certificateReply } from '../certificate.ts';
import { type Host, unknown } from '../host.ts';
import { farReader } from './far.ts';
import { namesReply, spaceReply, statReply, textReply } from './files.ts';
import { outputReply } from './output.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const variableReply = (name: string, env: Environment): Reply => {
  const value = env[name];
  return { known: true, ...(value !== undefined && { value }) };
};

/** A number that no account has is a caller all the same; Node has no name for it, and throws. */
const callerReply = (): Reply => {
  const groups = process.getgroups?.() ?? [];
  try {
    const { uid, username } = userInfo();
    return { known: true, uid, name: username, groups };
  } catch {
    const uid = process.getuid?.();
    return uid === undefined ? unknown('unreadable') : { known: true, uid, name: String(uid), groups };
  }
};

const reply = (request: Request, env: Environment): Promise<Reply> | Reply => {
  switch (request.read) {
    case 'stat':
      return statReply(request.path, request.link === true);
    case 'text':
      return textReply(request.path, request.bytes);
    case 'names':
      return namesReply(request.path);
    case 'space':
      return spaceReply(request.path);
    case 'output':
      return outputReply(request.argv, env);
    case 'certificate':
      return certificateReply(request, textReply);
    case 'variable':
      return variableReply(request.name, env);
    case 'caller':
      return callerReply();
  }
};

/** This machine. */
export const localHost = (env: Environment): Host => {
  const far = farReader();
  return {
    name: 'this host',
    kind: 'local',
    reply: async (request) => far.reply(request) ?? reply(request, env),
    close: async () => far.close(),
  };
};
