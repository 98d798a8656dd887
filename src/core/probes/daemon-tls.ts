import { ask, type Inquiry } from '../ask/inquiry.ts';
import { isAbsolute } from '../ask/path.ts';
import type { Scene } from '../ask/scene.ts';
import { optionOf, type Settings, settingsOf } from '../ask/settings.ts';
import type { Answer, ReplyTo, Request } from '../types.ts';
import type { ProbeKind } from './kind.ts';

type Certificate = ReplyTo<Extract<Request, { readonly read: 'certificate' }>>;

interface Wrong {
  readonly file: string;
  readonly why: 'missing' | 'no certificate' | 'the key of another certificate';
}

/** `tlsverify`, whatever its value, turns TLS on (cmd/dockerd/daemon.go); the usual places are not looked at. */
const usesTls = (settings: Settings): boolean =>
  optionOf(settings, 'tls').value === 'true' || optionOf(settings, 'tlsverify').value !== undefined;

const namedFile = (settings: Settings, name: string): string | undefined => {
  const { value } = optionOf(settings, name);
  return value !== undefined && isAbsolute(value) ? value : undefined;
};

function* certificateAt(path: string, key?: string): Inquiry<Certificate> {
  return yield* ask({ read: 'certificate', path, ...(key !== undefined && { key }) });
}

function* missingKey(key: string | undefined): Inquiry<readonly Wrong[]> {
  if (key === undefined) return [];
  const stat = yield* ask({ read: 'stat', path: key });
  return stat.known && !stat.exists ? [{ file: key, why: 'missing' }] : [];
}

const wrongCertificate = (file: string, reply: Certificate): readonly Wrong[] => {
  if (!reply.known) return [];
  if (!reply.exists) return [{ file, why: 'missing' }];
  return reply.valid ? [] : [{ file, why: 'no certificate' }];
};

function* wrongPair(cert: string | undefined, key: string | undefined): Inquiry<readonly Wrong[]> {
  const lost = yield* missingKey(key);
  if (cert === undefined) return lost;
  const reply = yield* certificateAt(cert, lost.length > 0 ? undefined : key);
  const wrong = [...wrongCertificate(cert, reply), ...lost];
  if (wrong.length > 0 || key === undefined || !reply.known || !reply.exists) return wrong;
  return reply['key-fits'] === false ? [{ file: key, why: 'the key of another certificate' }] : [];
}

function* inquire(_query: unknown, scene: Scene): Inquiry<Answer> {
  const settings = yield* settingsOf(scene);
  const { file, flags } = settings;
  if (file.state === 'unknown' && flags === undefined) return { known: false, why: file.why };
  if (!usesTls(settings)) return { known: true, facts: { wrong: 0 } };
  const authority = namedFile(settings, 'tlscacert');
  const ofAuthority = authority === undefined ? [] : wrongCertificate(authority, yield* certificateAt(authority));
  const ofPair = yield* wrongPair(namedFile(settings, 'tlscert'), namedFile(settings, 'tlskey'));
  const [first, ...more] = [...ofAuthority, ...ofPair];
  return { known: true, facts: { wrong: first === undefined ? 0 : 1 + more.length, ...first } };
}

export const daemonTls: ProbeKind = {
  ask: 'daemon-tls',
  about:
    'the TLS files that the daemon is told to use, where it uses any: how many are wrong, the first of them, and why',
  params: {},
  facts: { wrong: 'number', file: 'text', why: 'text' },
  command: () => 'systemctl show docker -p ExecStart; grep tls /etc/docker/daemon.json',
  inquire,
};
