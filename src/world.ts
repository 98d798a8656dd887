/** A terminal, or what stands in its place. */
export interface Out {
  readonly write: (text: string | Uint8Array) => unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
}

export interface In extends AsyncIterable<Uint8Array> {
  readonly isTTY?: boolean;
}

/** The outside world, as the verbs see it: handed in, so that tests can be it. */
export interface World {
  readonly stdin: In;
  readonly stdout: Out;
  readonly stderr: Out;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: number;
}
