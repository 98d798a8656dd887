import type { Inquiry } from '../../src/core/ask/inquiry.ts';
import type { Scene } from '../../src/core/ask/scene.ts';
import { probeKind } from '../../src/core/probes/index.ts';
import type { Answer, Output, Query, Replies, Reply, Request, Stat, UnknownReason } from '../../src/core/types.ts';

/** A host made of plain data, for tests of probes: what it does not hold is not there. */
export interface FakeHost {
  /** Content by path; a folder is there if something lies below it. */
  readonly files?: Readonly<Record<string, string>>;
  /** What differs from a plain file of root's with mode 0644. */
  readonly stats?: Readonly<Record<string, Partial<Stat>>>;
  readonly links?: readonly string[];
  readonly space?: Readonly<Record<string, Partial<Extract<Replies['space'], { readonly exists: true }>>>>;
  /** By the words of the command line. A program that is not named is not installed. */
  readonly programs?: Readonly<Record<string, string | Partial<Output>>>;
  readonly variables?: Readonly<Record<string, string>>;
  readonly certificates?: Readonly<Record<string, Replies['certificate']>>;
  readonly caller?: Partial<Extract<Replies['caller'], { readonly known: true }>>;
  /** Paths and programs for which there is no answer. */
  readonly unknown?: Readonly<Record<string, UnknownReason>>;
}

const missing = { known: true, exists: false } as const;

const below = (folder: string, paths: readonly string[]): readonly string[] => {
  const prefix = folder === '/' ? '/' : `${folder}/`;
  const names = paths.flatMap((path) =>
    path.startsWith(prefix) ? [path.slice(prefix.length).split('/')[0] ?? ''] : [],
  );
  return [...new Set(names)].sort();
};

const plain: Stat = { known: true, exists: true, type: 'file', mode: '0644', uid: 0, gid: 0, size: 0, changed: 0 };

const statOf = (host: FakeHost, path: string, link: boolean): Replies['stat'] => {
  const { files = {}, stats = {}, links = [] } = host;
  if (link && links.includes(path)) return { ...plain, type: 'symlink' };
  if (stats[path] !== undefined) return { ...plain, size: files[path]?.length ?? 0, ...stats[path] };
  if (files[path] !== undefined) return { ...plain, size: files[path].length };
  const isFolder = below(path, [...Object.keys(files), ...Object.keys(stats)]).length > 0;
  return isFolder || path === '/' ? { ...plain, type: 'directory', mode: '0755' } : missing;
};

const outputOf = ({ programs = {} }: FakeHost, argv: readonly string[]): Replies['output'] => {
  const printed = programs[argv.join(' ')];
  if (printed === undefined) {
    const installed = Object.keys(programs).some((words) => words.split(' ')[0] === argv[0]);
    return installed ? { known: true, code: 1, stdout: '', stderr: '' } : { known: false, why: 'no-such-tool' };
  }
  return {
    known: true,
    code: 0,
    stdout: '',
    stderr: '',
    ...(typeof printed === 'string' ? { stdout: printed } : printed),
  };
};

export const replyOf = (host: FakeHost, request: Request): Reply => {
  const key = request.read === 'output' ? request.argv.join(' ') : 'path' in request ? request.path : request.read;
  const why = host.unknown?.[key];
  if (why !== undefined) return { known: false, why };
  switch (request.read) {
    case 'stat':
      return statOf(host, request.path, request.link === true);
    case 'text': {
      const text = host.files?.[request.path];
      if (text !== undefined) return { known: true, exists: true, text: text.slice(0, request.bytes) };
      const { known, exists } = { exists: false, ...statOf(host, request.path, false) };
      // a directory or a device is there, and has no text
      return known && exists ? { known: false, why: 'unreadable' } : missing;
    }
    case 'names': {
      const names = below(request.path, [
        ...Object.keys(host.files ?? {}),
        ...Object.keys(host.stats ?? {}),
        ...(host.links ?? []),
      ]);
      const isEmpty = host.stats?.[request.path]?.type === 'directory';
      return names.length === 0 && !isEmpty ? missing : { known: true, exists: true, names };
    }
    case 'space': {
      if (statOf(host, request.path, false).known === true && !('type' in statOf(host, request.path, false)))
        return missing;
      const space = host.space?.[request.path] ?? {};
      return { known: true, exists: true, size: 1e11, free: 5e10, inodes: 1e6, 'free-inodes': 9e5, ...space };
    }
    case 'output':
      return outputOf(host, request.argv);
    case 'certificate':
      return host.certificates?.[request.path] ?? missing;
    case 'variable': {
      const value = host.variables?.[request.name];
      return { known: true, ...(value !== undefined && { value }) };
    }
    case 'caller':
      return { known: true, uid: 0, name: 'root', groups: [0], ...host.caller };
  }
};

export const converse = <Result>(inquiry: Inquiry<Result>, host: FakeHost): Result => {
  let step = inquiry.next([]);
  while (step.done !== true) step = inquiry.next(step.value.map((request) => replyOf(host, request)));
  return step.value;
};

export const answerOf = (query: Query, host: FakeHost, scene: Scene = { now: 0 }): Answer => {
  const kind = probeKind(query.ask);
  if (kind === undefined) throw new Error(`no probe is named ${query.ask}`);
  return converse(kind.inquire(query, scene), host);
};

/** The facts alone; fails the test where there is no answer. */
export const factsOf = (query: Query, host: FakeHost, scene?: Scene): Readonly<Record<string, unknown>> => {
  const answer = answerOf(query, host, scene);
  if (!answer.known) throw new Error(`${query.ask}: ${answer.why}`);
  return answer.facts;
};
