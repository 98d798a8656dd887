/**
 * A time that was printed as a number since 1970 (seconds, milliseconds or
 * microseconds, told by its size), as people read it: in UTC. Other texts stay.
 */
export const readable = (printed: string): string => {
  if (!/^\d{10}(?:\.\d{1,9}|\d{3}|\d{6}|\d{9})?$/.test(printed)) return printed;
  const value = Number(printed);
  const ms = value > 1e17 ? value / 1e6 : value > 1e14 ? value / 1e3 : value > 1e11 ? value : value * 1e3;
  return new Date(ms).toISOString();
};
