import { isObject, parseJson } from '../parse/json.ts';
import type { Unknown } from '../types.ts';
import { callerHome } from './home.ts';
import { ask, askEach, type Inquiry } from './inquiry.ts';

/** Where a docker client of the caller would go. */
export interface Endpoint {
  readonly from: 'DOCKER_HOST' | 'context' | 'default';
  /** The name of the context; `default` is no context of its own. */
  readonly context: string;
  /** Nothing where the context is named and not there. */
  readonly host?: string;
}

export const defaultHost = 'unix:///var/run/docker.sock';

/** More contexts than anybody has. */
const mostContexts = 50;

function* variable(name: string): Inquiry<string | undefined> {
  const reply = yield* ask({ read: 'variable', name });
  return reply.known ? (reply.value ?? '') : undefined;
}

const parseObject = (text: string): Readonly<Record<string, unknown>> | undefined => {
  const json = parseJson(text);
  return 'value' in json && isObject(json.value) ? json.value : undefined;
};

/** DOCKER_CONFIG, else ~/.docker. */
function* configFolder(): Inquiry<string | undefined> {
  const named = yield* variable('DOCKER_CONFIG');
  if (named?.startsWith('/') === true) return named;
  const home = yield* callerHome();
  return home === undefined ? undefined : `${home}/.docker`;
}

/** `currentContext` of config.json; '' where none is chosen. */
function* currentContext(folder: string): Inquiry<string | Unknown> {
  const reply = yield* ask({ read: 'text', path: `${folder}/config.json` });
  if (!reply.known) return reply;
  const name = reply.exists ? parseObject(reply.text)?.['currentContext'] : '';
  return typeof name === 'string' ? name : '';
}

/** A context's folder is named by a hash, its meta.json by its name (docker/cli cli/context/store). */
const hostIn = (meta: Readonly<Record<string, unknown>>): string | undefined => {
  const endpoints = meta['Endpoints'];
  const docker = isObject(endpoints) ? endpoints['docker'] : undefined;
  const host = isObject(docker) ? docker['Host'] : undefined;
  return typeof host === 'string' && host !== '' ? host : undefined;
};

function* hostOfContext(name: string, folder: string): Inquiry<string | undefined | Unknown> {
  const list = yield* ask({ read: 'names', path: `${folder}/contexts/meta` });
  if (!list.known) return list;
  if (!list.exists) return undefined;
  const texts = yield* askEach(
    list.names
      .filter((hash) => /^[\da-f]{64}$/.test(hash))
      .slice(0, mostContexts)
      .map((hash) => ({ read: 'text', path: `${folder}/contexts/meta/${hash}/meta.json` }) as const),
  );
  const metas = texts.flatMap((text) => (text.known && text.exists ? [parseObject(text.text)] : []));
  const found = metas.find((meta) => meta?.['Name'] === name);
  if (found !== undefined) return hostIn(found);
  return texts.find((text) => !text.known) as Unknown | undefined;
}

function* ofContext(name: string, folder: string): Inquiry<Endpoint | Unknown> {
  const host = yield* hostOfContext(name, folder);
  if (typeof host === 'object') return host;
  return { from: 'context', context: name, ...(host !== undefined && { host }) };
}

/** In the order of docker/cli (cli/command/cli.go, resolveContextName): DOCKER_HOST, DOCKER_CONTEXT, config.json. */
export function* endpointOf(): Inquiry<Endpoint | Unknown> {
  const host = yield* variable('DOCKER_HOST');
  if (host === undefined) return { known: false, why: 'absent' };
  if (host !== '') return { from: 'DOCKER_HOST', context: 'default', host };
  const folder = yield* configFolder();
  if (folder === undefined) return { known: false, why: 'absent' };
  const named = yield* variable('DOCKER_CONTEXT');
  const name = named === undefined || named === '' ? yield* currentContext(folder) : named;
  if (typeof name !== 'string') return name;
  return name === '' || name === 'default'
    ? { from: 'default', context: 'default', host: defaultHost }
    : yield* ofContext(name, folder);
}

export const isEndpoint = (endpoint: Endpoint | Unknown): endpoint is Endpoint => 'from' in endpoint;

/** `unix:///run/docker.sock` as a path. */
export const socketOf = (host: string): string | undefined => {
  const [, path] = /^unix:\/\/(\/[^\0]{1,107})$/.exec(host) ?? [];
  return path;
};
