import type { Reply, Request } from '../core/types.ts';

/** A recording comes from anywhere: each field is looked at before it is believed. */
type Test = (value: unknown) => boolean;
type Shape = Readonly<Record<string, Test>>;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text: Test = (value) => typeof value === 'string';
const number: Test = (value) => typeof value === 'number' && Number.isFinite(value);
const flag: Test = (value) => typeof value === 'boolean';
const path: Test = (value) => typeof value === 'string' && value.length <= 4096;
const list =
  (test: Test, most: number): Test =>
  (value) =>
    Array.isArray(value) && value.length <= most && value.every(test);
const maybe =
  (test: Test): Test =>
  (value) =>
    value === undefined || test(value);
const one =
  (...words: readonly unknown[]): Test =>
  (value) =>
    words.includes(value);

const fits = (value: Readonly<Record<string, unknown>>, shape: Shape): boolean =>
  Object.entries(shape).every(([key, test]) => test(Object.hasOwn(value, key) ? value[key] : undefined));

const requests: Readonly<Record<Request['read'], Shape>> = {
  stat: { path, link: maybe(one(true)) },
  text: { path, bytes: maybe(number) },
  names: { path },
  space: { path },
  output: { argv: list(text, 1000) },
  certificate: { path, key: maybe(path), authority: maybe(path) },
  variable: { name: text },
  caller: {},
};

const there = { exists: one(true) };

const replies: Readonly<Record<Request['read'], Shape>> = {
  stat: {
    ...there,
    type: one('file', 'directory', 'socket', 'symlink', 'device', 'other'),
    mode: (value) => typeof value === 'string' && /^[0-7]{4}$/.test(value),
    uid: number,
    gid: number,
    size: number,
    changed: number,
  },
  text: { ...there, text },
  names: { ...there, names: list(text, 100_000) },
  space: { ...there, size: number, free: number, inodes: number, 'free-inodes': number },
  output: { code: number, stdout: text, stderr: text },
  certificate: {
    ...there,
    valid: flag,
    from: maybe(number),
    until: maybe(number),
    subject: maybe(text),
    'key-fits': maybe(flag),
    'authority-fits': maybe(flag),
  },
  variable: { value: maybe(text) },
  caller: { uid: number, name: text, groups: list(number, 100_000) },
};

const isKind = (value: unknown): value is Request['read'] =>
  typeof value === 'string' && Object.hasOwn(requests, value);

export const isRequest = (value: unknown): value is Request =>
  isObject(value) && isKind(value['read']) && fits(value, requests[value['read']]);

const why = one('denied', 'timeout', 'no-such-tool', 'absent', 'not-asked', 'unreadable');

/** Of files a host may also say that they are not there. */
const mayBeMissing = ({ read }: Request): boolean => Object.hasOwn(replies[read], 'exists');

export const isReplyTo = (request: Request, value: unknown): value is Reply => {
  if (!isObject(value)) return false;
  if (value['known'] === false) return why(value['why']);
  if (value['known'] !== true) return false;
  if (value['exists'] === false) return mayBeMissing(request);
  return fits(value, replies[request.read]);
};
