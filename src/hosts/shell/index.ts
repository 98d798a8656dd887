import type { Replies, Reply, Request } from '../../core/types.ts';
import { certificateReply } from '../certificate.ts';
import { unknown } from '../host.ts';
import { mayRun } from '../programs.ts';
import { bytesOf, type Question } from './command.ts';
import type { Frame } from './frames.ts';
import { callerOf, namesOf, outputOf, spaceOf, statOf, textOf, variableOf } from './replies.ts';
import type { Talk as Session } from './talk.ts';

/** What can be asked. */
type Talk = Pick<Session, 'put'>;

type Wanted = Extract<Request, { readonly read: 'certificate' }>;

const put = async <Found>(
  talk: Talk,
  question: Question,
  read: (frame: Frame) => Found,
): Promise<Found | ReturnType<typeof unknown>> => {
  const frame = await talk.put(question);
  return typeof frame === 'string' ? unknown(frame) : read(frame);
};

const textFrom = (talk: Talk, wanted: Extract<Request, { readonly read: 'text' }>): Promise<Replies['text']> =>
  put(talk, wanted, textOf(wanted.bytes === undefined ? 'utf8' : 'latin1', bytesOf(wanted)));

/** The public half of a key; undefined where it cannot be told, '' where it is no key. */
const publicKeyOf = async (talk: Talk, path: string): Promise<string | undefined> => {
  const frame = await talk.put({ read: 'key', path });
  if (typeof frame === 'string' || frame.ending !== 'ok') return undefined;
  return frame.code === 0 ? frame.stdout.toString('latin1') : '';
};

/** Certificates are public and are read here; of the key only its public half leaves the host. */
const certificateFrom = async (talk: Talk, wanted: Wanted): Promise<Replies['certificate']> => {
  const { path, key, authority } = wanted;
  const [publicKey, reply] = await Promise.all([
    key === undefined ? undefined : publicKeyOf(talk, key),
    certificateReply({ read: 'certificate', path, ...(authority !== undefined && { authority }) }, (one) =>
      textFrom(talk, { read: 'text', path: one }),
    ),
  ]);
  if (publicKey === undefined || !reply.known || !reply.exists || !reply.valid) return reply;
  const own = await textFrom(talk, { read: 'text', path });
  if (!own.known || !own.exists) return reply;
  const { X509Certificate, createPublicKey } = await import('node:crypto');
  const spki = (one: ReturnType<typeof createPublicKey>): string =>
    one.export({ type: 'spki', format: 'pem' }).toString();
  try {
    const fits = spki(createPublicKey(publicKey)) === spki(new X509Certificate(own.text).publicKey);
    return { ...reply, 'key-fits': fits };
  } catch {
    return { ...reply, 'key-fits': false };
  }
};

/** Answers a request through a shell. */
export const shellReply = (talk: Talk, request: Request): Promise<Reply> => {
  switch (request.read) {
    case 'stat':
      return put(talk, request, statOf);
    case 'text':
      return textFrom(talk, request);
    case 'names':
      return put(talk, request, namesOf);
    case 'space':
      return put(talk, request, spaceOf);
    case 'output':
      return mayRun(request.argv) ? put(talk, request, outputOf) : Promise.resolve(unknown('not-asked'));
    case 'certificate':
      return certificateFrom(talk, request);
    case 'variable':
      return put(talk, request, variableOf);
    case 'caller':
      return put(talk, request, callerOf);
  }
};
