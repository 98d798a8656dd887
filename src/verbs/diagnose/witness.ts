import { identityOf } from '../../core/ask/identity.ts';
import { type Accusation, isOwn, mayBeOwn, ownerOf } from '../../core/diagnose.ts';
import type { Host, Remembering } from '../../hosts/index.ts';
import type { Options } from '../../options.ts';
import type { World } from '../../world.ts';

/** Who may be asked: the host that was named, and this one where a log is evidently its own. */
export interface Witnesses {
  /** The host that the person named; the live one. */
  readonly named: () => Promise<Remembering>;
  readonly isNamed: boolean;
  /** This host, if the log is its own. A ticket is never judged by the machine it is read on. */
  readonly own: (accusation: Accusation) => Promise<Remembering | undefined>;
  readonly close: () => Promise<void>;
}

/** The least that a log must bear to be of some host. */
const bearsOwner = ({ story }: Accusation): boolean => {
  const { machine, boot, host } = ownerOf(story);
  return machine !== undefined || boot !== undefined || host !== undefined;
};

type Open = (given: { readonly host?: string; readonly root?: string }) => Promise<Host>;

/** `openNamed`: how the named host is come by, where it is connected already. */
export const witnessesFor = (
  { host: name, root, noHost }: Options,
  { env, now }: World,
  openNamed?: Open,
): Witnesses => {
  const opened = new Map<string, Promise<Remembering>>();
  const isNamed = name !== undefined || root !== undefined;

  const open = (kind: 'named' | 'local'): Promise<Remembering> => {
    const known = opened.get(kind);
    if (known !== undefined) return known;
    const given =
      kind === 'local' ? {} : { ...(name !== undefined && { host: name }), ...(root !== undefined && { root }) };
    const host = import('../../hosts/index.ts').then(({ askedOnce, hostFor }) =>
      (kind === 'named' && openNamed !== undefined ? openNamed(given) : hostFor(given, env)).then((one) =>
        askedOnce(one),
      ),
    );
    opened.set(kind, host);
    return host;
  };

  const own = async (accusation: Accusation): Promise<Remembering | undefined> => {
    const owner = ownerOf(accusation.story);
    if (noHost || !mayBeOwn(owner, now)) return undefined;
    const { conduct } = await import('../../hosts/index.ts');
    const host = await open('local');
    return isOwn(owner, await conduct(identityOf(), host), now) ? host : undefined;
  };

  const close = async (): Promise<void> => {
    for (const host of opened.values()) await host.then((one) => one.close()).catch(() => {});
  };

  return { isNamed: isNamed && !noHost, named: () => open(isNamed ? 'named' : 'local'), own, close };
};

/**
 * For what a person pipes into a fix of this host: an output that bears no host's name was printed here. A log
 * of another host is none of this one's, and changes nothing here.
 */
export const witnessesForFix = (options: Options, world: World): Witnesses => {
  const witnesses = witnessesFor(options, world);
  const own = (accusation: Accusation) => (bearsOwner(accusation) ? witnesses.own(accusation) : witnesses.named());
  return { ...witnesses, own };
};
