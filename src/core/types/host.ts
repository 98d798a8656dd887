import type { Query, Scalar } from './rule.ts';

/** Why there is no answer. None of them is a no: an unknown neither confirms nor refutes. */
export type UnknownReason = 'denied' | 'timeout' | 'no-such-tool' | 'absent' | 'not-asked' | 'unreadable';

export interface Unknown {
  readonly known: false;
  readonly why: UnknownReason;
}

/** The reply to a query, in the facts of its probe kind. */
export type Answer = { readonly known: true; readonly facts: Readonly<Record<string, Scalar>> } | Unknown;

export interface AskedQuery {
  readonly query: Query;
  readonly answer: Answer;
}

/**
 * The smallest things that can be read of a host. Queries are taken apart into them, so that one
 * set of probes works on this host, over ssh, on a mounted disk and from a recording.
 * Paths are absolute; a program's name is looked up in the system's PATH.
 */
export type Request =
  /** Of what a symbolic link leads to; with `link` of the link itself. */
  | { readonly read: 'stat'; readonly path: string; readonly link?: true }
  /** The content of a file, at most 1 MiB of it. `bytes`: its first so many bytes, each as one character (latin1). */
  | { readonly read: 'text'; readonly path: string; readonly bytes?: number }
  /** The names in a directory, at most 10,000. */
  | { readonly read: 'names'; readonly path: string }
  /** statfs(2). */
  | { readonly read: 'space'; readonly path: string }
  /** What a program prints that changes nothing. */
  | { readonly read: 'output'; readonly argv: readonly string[] }
  /** A certificate, held against a key or an authority; the key itself never leaves the host. */
  | { readonly read: 'certificate'; readonly path: string; readonly key?: string; readonly authority?: string }
  /** A variable of the caller's environment. */
  | { readonly read: 'variable'; readonly name: string }
  /** Who asks. */
  | { readonly read: 'caller' };

export type FileType = 'file' | 'directory' | 'socket' | 'symlink' | 'device' | 'other';

/** `exists: false` is knowledge: the host looked, and it is not there. */
export interface Missing {
  readonly known: true;
  readonly exists: false;
}

export interface Stat {
  readonly known: true;
  readonly exists: true;
  readonly type: FileType;
  /** Four octal digits: `0644`. */
  readonly mode: string;
  readonly uid: number;
  readonly gid: number;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly changed: number;
}

export interface Text {
  readonly known: true;
  readonly exists: true;
  readonly text: string;
}

export interface Names {
  readonly known: true;
  readonly exists: true;
  readonly names: readonly string[];
}

export interface Space {
  readonly known: true;
  readonly exists: true;
  /** Bytes. */
  readonly size: number;
  /** Bytes that an ordinary process may still use. */
  readonly free: number;
  readonly inodes: number;
  readonly 'free-inodes': number;
}

export interface Output {
  readonly known: true;
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Certificate {
  readonly known: true;
  readonly exists: true;
  /** It is a certificate that can be read; the rest is left out where it is not. */
  readonly valid: boolean;
  /** Milliseconds since 1970. */
  readonly from?: number;
  readonly until?: number;
  readonly subject?: string;
  /** Left out where there is no key, or it may not be read. */
  readonly 'key-fits'?: boolean;
  readonly 'authority-fits'?: boolean;
}

export interface Variable {
  readonly known: true;
  readonly value?: string;
}

export interface Caller {
  readonly known: true;
  readonly uid: number;
  readonly name: string;
  /** Numbers of the groups of this session. */
  readonly groups: readonly number[];
}

export interface Replies {
  readonly stat: Stat | Missing | Unknown;
  readonly text: Text | Missing | Unknown;
  readonly names: Names | Missing | Unknown;
  readonly space: Space | Missing | Unknown;
  readonly output: Output | Unknown;
  readonly certificate: Certificate | Missing | Unknown;
  readonly variable: Variable | Unknown;
  readonly caller: Caller | Unknown;
}

export type Reply = Replies[keyof Replies];
export type ReplyTo<Asked extends Request> = Replies[Asked['read']];

/** What decides which fix fits; what is not known is left out. */
export interface System {
  /** `ID` of os-release, then the words of `ID_LIKE`. */
  readonly distro: readonly string[];
  readonly version?: string;
  /** Of the daemon: `26.1.5`. */
  readonly docker?: string;
  readonly rootless: boolean;
  /** For a person: `Debian GNU/Linux 12 (bookworm)`. */
  readonly pretty?: string;
}

/** Something on the host that was changed, and when. */
export interface Change {
  /** `/etc/docker/daemon.json was changed` */
  readonly what: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What a host said about one log. */
export interface Testimony {
  readonly answers: readonly AskedQuery[];
  /** The log is of this host and of now: the state of its units counts. */
  readonly live: boolean;
  readonly system?: System;
  readonly changes?: readonly Change[];
}
