import type { Query } from '../types.ts';
import { account } from './account.ts';
import { caller } from './caller.ts';
import { certificate } from './certificate.ts';
import { cgroup } from './cgroup.ts';
import { containerdConfig } from './containerd-config.ts';
import { daemonConfig } from './daemon-config.ts';
import { daemonOption } from './daemon-option.ts';
import { daemonTls } from './daemon-tls.ts';
import { daemonValues } from './daemon-values.ts';
import { dataRoot } from './data-root.ts';
import { dependency } from './dependency.ts';
import { diskErrors } from './disk-errors.ts';
import { dockerInfo } from './docker-info.ts';
import { endpoint } from './endpoint.ts';
import { engine } from './engine.ts';
import { environment } from './environment.ts';
import { environmentFiles } from './environment-files.ts';
import { execFile } from './exec-file.ts';
import { file } from './file.ts';
import { firewalld } from './firewalld.ts';
import { flagKnown } from './flag-known.ts';
import { init } from './init.ts';
import { interfaceKind } from './interface.ts';
import { iptables } from './iptables.ts';
import { json } from './json.ts';
import { kernel } from './kernel.ts';
import { kernelConfig } from './kernel-config.ts';
import { kernelLog } from './kernel-log.ts';
import { kernelParameter } from './kernel-parameter.ts';
import type { ProbeKind } from './kind.ts';
import { limit } from './limit.ts';
import { listener } from './listener.ts';
import { localAddress } from './local-address.ts';
import { memory } from './memory.ts';
import { moduleKind } from './module.ts';
import { mount } from './mount.ts';
import { packageKind } from './package.ts';
import { pathAccess } from './path-access.ts';
import { pidFile } from './pid-file.ts';
import { process } from './process.ts';
import { program } from './program.ts';
import { remap } from './remap.ts';
import { resolves } from './resolves.ts';
import { routeOverlap } from './route-overlap.ts';
import { security } from './security.ts';
import { subid } from './subid.ts';
import { swarm } from './swarm.ts';
import { sysctl } from './sysctl.ts';
import { unit } from './unit.ts';
import { unitSetting } from './unit-setting.ts';
import { version } from './version.ts';

export type { FactType, ProbeKind } from './kind.ts';

/** Everything that a rule may ask of a host. */
export const probeKinds: readonly ProbeKind[] = [
  file,
  pathAccess,
  json,
  certificate,
  mount,
  dataRoot,
  diskErrors,
  account,
  subid,
  remap,
  caller,
  environment,
  init,
  unit,
  unitSetting,
  dependency,
  execFile,
  environmentFiles,
  daemonConfig,
  daemonOption,
  daemonValues,
  daemonTls,
  flagKnown,
  containerdConfig,
  process,
  pidFile,
  version,
  program,
  packageKind,
  engine,
  dockerInfo,
  endpoint,
  swarm,
  sysctl,
  kernel,
  kernelConfig,
  kernelParameter,
  moduleKind,
  kernelLog,
  cgroup,
  limit,
  memory,
  security,
  listener,
  localAddress,
  interfaceKind,
  routeOverlap,
  iptables,
  firewalld,
  resolves,
];

const byName: ReadonlyMap<string, ProbeKind> = new Map(probeKinds.map((kind) => [kind.ask, kind]));

export const probeKind = (ask: string): ProbeKind | undefined => byName.get(ask);

/** What a person types to get the same answer by hand. */
export const commandFor = (query: Query): string | undefined => byName.get(query.ask)?.command(query);
