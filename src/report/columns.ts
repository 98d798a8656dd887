/** East Asian wide and full-width ranges, and what is shown as an emoji: two columns. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{17000}-\u{18cff}\u{20000}-\u{3fffd}\p{Emoji_Presentation}]/u;

/** Combining marks and the inner letters of a decomposed Hangul syllable take no column. */
const none = /[\p{Mn}\p{Me}\u1160-\u11ff]/u;

/** Letters of European alphabets and our own glyphs, of which most texts are: none of the patterns above need to be compiled. */
const isNarrow = (character: string): boolean => {
  const code = character.charCodeAt(0);
  return (
    code < 0x300 || (code >= 0x2010 && code < 0x2060) || (code >= 0x2500 && code < 0x25a0) || glyphs.has(character)
  );
};

const glyphs = new Set('✘✔✓●○•▲→');

const columnsOf = (character: string): number =>
  isNarrow(character) ? 1 : none.test(character) ? 0 : wide.test(character) ? 2 : 1;

/** How many columns a terminal gives to a text without escapes. */
export const columns = (text: string): number => {
  let sum = 0;
  for (const character of text) sum += columnsOf(character);
  return sum;
};

/** A text with blanks behind it, up to a column. */
export const padTo = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - columns(text)));

/** A text in pieces that are not wider than `width`. */
export const pieces = (text: string, width: number): readonly string[] => {
  const found: string[] = [];
  let piece = '';
  let taken = 0;
  for (const character of text) {
    const more = columnsOf(character);
    if (taken + more > width && piece !== '') {
      found.push(piece);
      piece = '';
      taken = 0;
    }
    piece += character;
    taken += more;
  }
  return piece === '' ? found : [...found, piece];
};
