/** A word as POSIX sh takes it: for commands that are shown, never run through a shell. */
export const quoteWord = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;

/** An argv as one line to copy. */
export const quoteArgv = (argv: readonly string[]): string => argv.map(quoteWord).join(' ');
