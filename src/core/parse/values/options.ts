import { parseAddress, parseNetwork } from '../ip.ts';
import { isObject } from '../json.ts';
import { each, text, type Values, type WrongValue, wrongAmong } from './values.ts';

/** net.ParseCIDR and netip.ParsePrefix: the mask has to be there. */
const noNetwork = (value: string): boolean => !value.includes('/') || parseNetwork(value) === undefined;
const noAddress = (value: string): boolean => parseAddress(value) === undefined;
const noneOf =
  (...words: readonly string[]) =>
  (value: string): boolean =>
    !words.includes(value);

/** logrus.ParseLevel. */
const noLevel = (value: string): boolean => !/^(?:panic|fatal|error|warn|warning|info|debug|trace)$/i.test(value);

/** parseDaemonHost of moby opts/hosts.go; `host:port` alone is TCP. */
const noHost = (value: string): boolean => {
  const [, scheme] = /^([a-z][\w+.-]*):\/\//i.exec(value) ?? [];
  return scheme !== undefined && noneOf('tcp', 'unix', 'npipe', 'fd')(scheme);
};

/** ValidateExecOpts and VerifyCgroupDriver. */
const noExecOpt = (value: string): boolean => {
  const [name = '', driver] = value.split('=');
  if (driver === undefined) return true;
  return name === 'native.cgroupdriver' && noneOf('', 'cgroupfs', 'systemd')(driver);
};

/** A number of the file, or of a flag. */
const negative = (value: unknown): boolean =>
  (typeof value === 'number' || typeof value === 'string') && /^-\d+$/.test(String(value));

/** The sizes are prefix lengths: a pool cannot be cut into larger ones (libnetwork ipamutils). */
const noPool = (pool: unknown): boolean => {
  if (!isObject(pool)) return false;
  const { base, size } = pool;
  if (typeof base !== 'string') return false;
  const network = noNetwork(base) ? undefined : parseNetwork(base);
  return network === undefined || (typeof size === 'number' && size !== 0 && size < network.bits);
};

const tests: Readonly<Record<string, (value: unknown) => boolean>> = {
  bip: text(noNetwork),
  'fixed-cidr': text(noNetwork),
  'fixed-cidr-v6': text(noNetwork),
  'default-gateway': text(noAddress),
  'default-gateway-v6': text(noAddress),
  ip: text(noAddress),
  dns: text(noAddress),
  'log-level': text(noLevel),
  labels: text((value) => !value.includes('=')),
  hosts: text(noHost),
  'exec-opts': text(noExecOpt),
  'default-address-pools': noPool,
  'max-concurrent-downloads': negative,
  'max-concurrent-uploads': negative,
  'max-download-attempts': negative,
  'default-cgroupns-mode': text(noneOf('private', 'host')),
  'default-ipc-mode': text(noneOf('private', 'shareable')),
};

/** verifyDaemonSettings of daemon/daemon_unix.go, all versions. */
const clashing = (values: Values): readonly WrongValue[] => {
  const isGiven = (name: string): boolean =>
    each(values[name]).some((value) => typeof value === 'string' && value !== '');
  return isGiven('bridge') && isGiven('bip')
    ? wrongAmong(
        values,
        'bip',
        text(() => true),
      )
    : [];
};

/** Values that dockerd 1.13 to 29 refuses for sure; what a version may take is not among them. */
export const wrongOptions = (values: Values): readonly WrongValue[] => [
  ...Object.entries(tests).flatMap(([option, isWrong]) => wrongAmong(values, option, isWrong)),
  ...clashing(values),
];
