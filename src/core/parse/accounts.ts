/** A line of passwd(5) or group(5). */
export interface Account {
  readonly name: string;
  readonly id: number;
  /** Home of a user. */
  readonly home?: string;
  /** Main group of a user. */
  readonly group?: number;
  /** Members of a group. */
  readonly members: readonly string[];
}

/** `passwd` lines have seven fields, `group` lines four. */
export const parseAccounts = (text: string): readonly Account[] =>
  text.split('\n').flatMap((line) => {
    const fields = line.split(':');
    const [name = '', , id = ''] = fields;
    if (name === '' || name.startsWith('#') || !/^\d+$/.test(id)) return [];
    const isUser = fields.length >= 7;
    const home = isUser ? fields[5] : undefined;
    const group = isUser && /^\d+$/.test(fields[3] ?? '') ? Number(fields[3]) : undefined;
    const members = fields.length === 4 ? (fields[3] ?? '').split(',').filter((word) => word !== '') : [];
    return [
      {
        name,
        id: Number(id),
        members,
        ...(home !== undefined && { home }),
        ...(group !== undefined && { group }),
      },
    ];
  });

/** A line of subuid(5) or subgid(5). */
export interface IdRange {
  /** A name or a number, as written. */
  readonly owner: string;
  readonly first: number;
  readonly count: number;
}

export interface IdRanges {
  readonly ranges: readonly IdRange[];
  /** Not of three fields: these stop dockerd, whosever they are. */
  readonly malformed: readonly string[];
  /** Owners of lines with a word where a number belongs: dockerd stops at them when it looks for this owner. */
  readonly notNumbers: readonly string[];
}

/** What strconv.Atoi takes. */
const integer = /^[+-]?\d{1,18}$/;

/** As parseSubidFile of pkg/idtools in moby reads it: comments and empty lines do not count. */
export const parseIdRanges = (text: string): IdRanges => {
  const ranges: IdRange[] = [];
  const malformed: string[] = [];
  const notNumbers: string[] = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    const [owner = '', first = '', count = '', ...more] = line.split(':');
    if (line.split(':').length < 3 || more.length > 0) malformed.push(line);
    else if (!integer.test(first) || !integer.test(count)) notNumbers.push(owner);
    else ranges.push({ owner, first: Number(first), count: Number(count) });
  }
  return { ranges, malformed, notNumbers };
};
