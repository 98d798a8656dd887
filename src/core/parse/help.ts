/** The flags that a dockerd lists. */
export interface Help {
  /** By their long names. */
  readonly flags: ReadonlySet<string>;
  /** One letter each. */
  readonly letters: ReadonlySet<string>;
}

/** `dockerd --help`: `  -H, --host list    Daemon socket(s) to connect to`. Nothing if it is not that. */
export const parseHelp = (text: string): Help | undefined => {
  const flags = new Set<string>();
  const letters = new Set<string>();
  for (const line of text.split('\n')) {
    const [, letter, name] = /^ {1,12}(?:-([A-Za-z]), ?)?--([a-z][a-z0-9-]{1,60})/.exec(line) ?? [];
    if (name !== undefined) flags.add(name);
    if (letter !== undefined) letters.add(letter);
  }
  return flags.has('pidfile') && flags.has('host') ? { flags, letters } : undefined;
};
