/**
 * What `systemctl show` prints: one `Key=value` a line. A value may go on for several lines
 * (StatusText), and a key that may be given several times (ExecStart) stands once for each.
 */
export type Properties = ReadonlyMap<string, readonly string[]>;

export const parseShow = (text: string): Properties => {
  const properties = new Map<string, string[]>();
  for (const line of text.split('\n')) {
    const [, key, value] = /^([A-Z][A-Za-z0-9]*)=(.*)$/.exec(line) ?? [];
    if (key !== undefined && value !== undefined) properties.set(key, [...(properties.get(key) ?? []), value]);
  }
  return properties;
};

const units: Readonly<Record<string, number>> = { us: 1e-6, ms: 1e-3, s: 1, min: 60, h: 3600, d: 86_400, w: 604_800 };

/** A time span of systemd (`1min 30s`, systemd.time(7)) in seconds; Infinity for `infinity`. */
export const spanSeconds = (text: string): number | undefined => {
  if (text === 'infinity') return Number.POSITIVE_INFINITY;
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)\s*(us|ms|s|min|h|d|w)?\b/g)];
  if (parts.length === 0) return undefined;
  return parts.reduce((sum, [, number, unit = 's']) => sum + Number(number) * (units[unit] ?? 1), 0);
};
