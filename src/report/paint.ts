/** How a report looks; decided once, by whoever knows the terminal. */
export interface Look {
  readonly colour: boolean;
  readonly unicode: boolean;
  /** Columns of the terminal; at least 40 are used, and at most 100. */
  readonly width: number;
}

const glyphs = {
  found: ['✘', 'x'],
  possible: ['?', '?'],
  healthy: ['✔', '+'],
  none: ['–', '-'],
  bar: ['│', '|'],
  bullet: ['•', '-'],
  cut: ['…', '...'],
} as const;

export type Glyph = keyof typeof glyphs;
export type Tone = 'found' | 'possible' | 'healthy' | 'none';

type Style = (text: string) => string;

export interface Paint {
  readonly width: number;
  readonly unicode: boolean;
  readonly glyph: (name: Glyph) => string;
  readonly bold: Style;
  readonly dim: Style;
  readonly tone: (tone: Tone, text: string) => string;
}

const style = (on: boolean, open: number, close: number): Style =>
  on ? (text) => (text === '' ? '' : `\x1b[${open}m${text}\x1b[${close}m`) : (text) => text;

export const paintFor = ({ colour, unicode, width }: Look): Paint => {
  const tones: Readonly<Record<Tone, Style>> = {
    found: style(colour, 31, 39),
    possible: style(colour, 33, 39),
    healthy: style(colour, 32, 39),
    none: (text) => text,
  };
  return {
    width: Math.min(100, Math.max(40, Math.floor(width) || 80)),
    unicode,
    glyph: (name) => glyphs[name][unicode ? 0 : 1],
    bold: style(colour, 1, 22),
    dim: style(colour, 2, 22),
    tone: (tone, text) => tones[tone](text),
  };
};
