import type { Certificate, Replies, Request } from '../core/types.ts';
import { unknown } from './host.ts';

type Wanted = Extract<Request, { readonly read: 'certificate' }>;
type ReadText = (path: string) => Promise<Replies['text']>;

const contentOf = async (path: string | undefined, read: ReadText): Promise<string | undefined> => {
  if (path === undefined) return undefined;
  const reply = await read(path);
  return reply.known && reply.exists ? reply.text : undefined;
};

/** Reads a certificate in PEM; the key is only held against it. */
export const certificateReply = async (
  { path, key, authority }: Wanted,
  read: ReadText,
): Promise<Replies['certificate']> => {
  const reply = await read(path);
  if (!reply.known || !reply.exists) return reply;
  const { X509Certificate, createPrivateKey } = await import('node:crypto');
  const keyText = await contentOf(key, read);
  const authorityText = await contentOf(authority, read);
  const parse = (text: string) => {
    try {
      return new X509Certificate(text);
    } catch {
      return undefined;
    }
  };
  const fits = (certificate: InstanceType<typeof X509Certificate>, text: string): boolean => {
    try {
      return certificate.checkPrivateKey(createPrivateKey(text));
    } catch {
      return false;
    }
  };
  const certificate = parse(reply.text);
  if (certificate === undefined) return { known: true, exists: true, valid: false };
  const issuer = authorityText === undefined ? undefined : parse(authorityText);
  const found: Certificate = {
    known: true,
    exists: true,
    valid: true,
    from: Date.parse(certificate.validFrom),
    until: Date.parse(certificate.validTo),
    subject: certificate.subject,
    ...(keyText !== undefined && { 'key-fits': fits(certificate, keyText) }),
    ...(issuer !== undefined && { 'authority-fits': certificate.verify(issuer.publicKey) }),
  };
  return Number.isNaN(found.from) ? unknown('unreadable') : found;
};
