/** A line of passwd(5) or group(5). */
export interface Account {
  readonly name: string;
  readonly id: number;
  /** Home of a user. */
  readonly home?: string;
  /** Members of a group. */
  readonly members: readonly string[];
}

/** `passwd` lines have seven fields, `group` lines four. */
export const parseAccounts = (text: string): readonly Account[] =>
  text.split('\n').flatMap((line) => {
    const fields = line.split(':');
    const [name = '', , id = ''] = fields;
    if (name === '' || name.startsWith('#') || !/^\d+$/.test(id)) return [];
    const home = fields.length >= 7 ? fields[5] : undefined;
    const members = fields.length === 4 ? (fields[3] ?? '').split(',').filter((word) => word !== '') : [];
    return [{ name, id: Number(id), members, ...(home !== undefined && { home }) }];
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
  /** Lines that are no range, as they stand. */
  readonly malformed: readonly string[];
}

/** As github.com/moby/sys/user and libcontainer read it: comments and empty lines do not count. */
export const parseIdRanges = (text: string): IdRanges => {
  const ranges: IdRange[] = [];
  const malformed: string[] = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    const [, owner = '', first, count] = /^([^:]+):(\d+):(\d+)$/.exec(line) ?? [];
    if (first === undefined || count === undefined) malformed.push(line);
    else ranges.push({ owner, first: Number(first), count: Number(count) });
  }
  return { ranges, malformed };
};
