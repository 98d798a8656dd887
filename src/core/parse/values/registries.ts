import { text, type Values, type WrongValue, wrongAmong } from './values.ts';

/** ValidateMirror of moby registry/config.go; a path is allowed since 24.0.8, so it is not looked at. */
const noMirror = (value: string): boolean => {
  const [, scheme = '', authority = '', rest = ''] = /^([a-z][a-z\d+.-]*):\/\/([^/?#]*)(.*)$/i.exec(value.trim()) ?? [];
  return !/^https?$/i.test(scheme) || authority.includes('@') || /[?#]/.test(rest);
};

/** LoadInsecureRegistries: a scheme of HTTP is cut off, a network is taken as it is, a port is a number. */
const noInsecureRegistry = (value: string): boolean => {
  const bare = value.replace(/^https?:\/\//i, '');
  if (bare.includes('://')) return true;
  const [, port] = /^[^:/]*:([^:/]*)$/.exec(bare) ?? [];
  return port !== undefined && (!/^\d{1,9}$/.test(port) || Number(port) > 65535);
};

export const wrongRegistries = (values: Values): readonly WrongValue[] => [
  ...wrongAmong(values, 'registry-mirrors', text(noMirror)),
  ...wrongAmong(values, 'insecure-registries', text(noInsecureRegistry)),
];
