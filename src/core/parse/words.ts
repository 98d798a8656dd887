type Variables = ReadonlyMap<string, string>;

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', s: ' ' };

interface Splitting {
  readonly words: string[];
  word: string;
  open: boolean;
  quote: string;
}

const take = (state: Splitting, char: string, next: string | undefined): number => {
  if (char === '\\' && next !== undefined && state.quote !== "'") {
    state.word += escapes[next] ?? next;
    state.open = true;
    return 2;
  }
  if (state.quote !== '') {
    if (char === state.quote) state.quote = '';
    else state.word += char;
  } else if (char === '"' || char === "'") {
    state.quote = char;
    state.open = true;
  } else if (/\s/.test(char)) {
    if (state.open) state.words.push(state.word);
    state.word = '';
    state.open = false;
  } else {
    state.word += char;
    state.open = true;
  }
  return 1;
};

/** Cuts a command line as systemd does: blanks, quotes, backslashes (systemd.service(5), COMMAND LINES). */
export const splitWords = (text: string): readonly string[] => {
  const state: Splitting = { words: [], word: '', open: false, quote: '' };
  for (let at = 0; at < text.length; ) at += take(state, text[at] ?? '', text[at + 1]);
  return state.open ? [...state.words, state.word] : state.words;
};

/**
 * `$NAME` as a word of its own is cut into words; `${NAME}` stays one piece. A variable without
 * a value is nothing, unless not all of them are known: then it stays as it is.
 */
export const expandWords = (words: readonly string[], variables: Variables, allKnown = true): readonly string[] =>
  words.flatMap((word) => {
    const [, whole] = /^\$(\w+)$/.exec(word) ?? [];
    if (whole !== undefined) return splitWords(variables.get(whole) ?? (allKnown ? '' : word));
    return [
      word.replaceAll(
        /\$\{(\w+)\}|\$(\w+)/g,
        (found: string, braced?: string, bare?: string) =>
          variables.get(braced ?? bare ?? '') ?? (allKnown ? '' : found),
      ),
    ];
  });

/** `NAME=value` a line, as in an EnvironmentFile: comments, quotes, `export` as some write it. */
export const parseEnvironment = (text: string): Variables => {
  const variables = new Map<string, string>();
  for (const line of text.replaceAll(/\\\r?\n/g, ' ').split('\n')) {
    const [, name, value] = /^\s*(?:export\s+)?([A-Za-z_]\w*)=(.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) continue;
    const bare = value.trim();
    const [, quoted] = /^"((?:[^"\\]|\\.)*)"$|^'([^']*)'$/.exec(bare) ?? [];
    variables.set(name, quoted ?? bare.replace(/^'([^']*)'$/, '$1'));
  }
  return variables;
};
