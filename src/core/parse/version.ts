export interface Version {
  /** `1.0.0-rc93`, whatever a distribution adds to it. */
  readonly text: string;
  readonly major: number;
  readonly minor: number;
}

/** The first version in a text. Debian writes `1.0.0~rc93+ds1`, others `1.0.0-rc93`; `+ds1` and `-ce` say nothing. */
export const parseVersion = (text: string): Version | undefined => {
  const [, major, minor, patch, candidate] =
    /(?<![\w.])v?(\d{1,4})\.(\d{1,4})(\.\d{1,6})?(?:[-~.]((?:rc|beta|alpha)[.-]?\d{1,4}))?/i.exec(text) ?? [];
  if (major === undefined || minor === undefined) return undefined;
  const suffix = candidate === undefined ? '' : `-${candidate.toLowerCase()}`;
  return { text: `${major}.${minor}${patch ?? ''}${suffix}`, major: Number(major), minor: Number(minor) };
};

/** Names with numbers in them, as a person would sort them: `6.1.0-9` before `6.1.0-10`. */
export const compareReleases = (one: string, other: string): number => {
  const [left, right] = [one.match(/\d+|\D+/g) ?? [], other.match(/\d+|\D+/g) ?? []];
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const [a = '', b = ''] = [left[at], right[at]];
    const difference = /^\d/.test(a) && /^\d/.test(b) ? Number(a) - Number(b) : a < b ? -1 : a > b ? 1 : 0;
    if (difference !== 0) return difference;
  }
  return 0;
};
