/** One input: a name for the report, and its bytes when they are wanted. */
export interface Source {
  readonly name: string;
  readonly chunks: () => AsyncIterable<Uint8Array>;
}
