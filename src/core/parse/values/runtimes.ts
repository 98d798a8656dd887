import { isObject } from '../json.ts';
import { each, text, type Values, type WrongValue, wrongAmong } from './values.ts';

/** `name=/path` of --add-runtime, or the keys of the file's object. */
const registered = (values: Values): readonly string[] =>
  each(values['runtimes']).flatMap((one) =>
    isObject(one) ? Object.keys(one) : typeof one === 'string' ? [one.split('=')[0] ?? ''] : [],
  );

/** Runtimes that need no entry: runc itself, and since 23 the name or path of a shim. */
const isBuiltIn = (name: string): boolean =>
  name === 'runc' || name.startsWith('io.containerd.') || name.startsWith('com.docker.') || name.includes('/');

/** `specified default runtime 'x' does not exist`; moby daemon/config/config_unix.go, daemon/runtime_unix.go. */
export const wrongRuntimes = (values: Values): readonly WrongValue[] => {
  const names = registered(values);
  return wrongAmong(
    values,
    'default-runtime',
    text((name) => !isBuiltIn(name) && !names.includes(name)),
  );
};
