import type { Query } from '../types.ts';
import { accountKinds } from './accounts.ts';
import { dockerKinds } from './docker.ts';
import { fileKinds } from './files.ts';
import { kernelKinds } from './kernel.ts';
import type { ProbeKind } from './kind.ts';
import { networkKinds } from './network.ts';
import { systemdKinds } from './systemd.ts';

export type { FactType, ProbeKind } from './kind.ts';

/** Everything that a rule may ask of a host. */
export const probeKinds: readonly ProbeKind[] = [
  ...fileKinds,
  ...accountKinds,
  ...systemdKinds,
  ...dockerKinds,
  ...kernelKinds,
  ...networkKinds,
];

const byName: ReadonlyMap<string, ProbeKind> = new Map(probeKinds.map((kind) => [kind.ask, kind]));

export const probeKind = (ask: string): ProbeKind | undefined => byName.get(ask);

/** What a person types to get the same answer by hand. */
export const commandFor = (query: Query): string | undefined => byName.get(query.ask)?.command(query);
