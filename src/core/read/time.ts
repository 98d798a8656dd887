import { parseISO } from 'date-fns/parseISO';
import { monthOf } from './months.ts';

/**
 * A printed time as milliseconds. `wall` counts the printed clock as if it were
 * UTC, so that lines of one host compare whatever zone they are printed in;
 * `boot` counts from an unknown boot and compares only with its like.
 */
export interface Time {
  readonly ms: number;
  readonly scale: 'wall' | 'boot';
}

const clock = (hours: string, minutes: string, seconds: string): number =>
  (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;

/** `Nov 23 08:24:56.723`: no year; the latest year in which it is not in the future. */
const readShort = (text: string, now: number): Time | undefined => {
  const found = /^(.{1,20}?) {1,2}(\d{1,2}) (\d\d):(\d\d):(\d\d(?:\.\d+)?)$/s.exec(text);
  const month = monthOf(found?.[1] ?? '');
  if (found === null || month === undefined) return undefined;
  const [, , day = '', hours = '', minutes = '', seconds = ''] = found;
  const oneDay = 86_400_000;
  const year = new Date(now).getUTCFullYear();
  // a zone may be ahead of UTC on new year's eve; a 29th of February may be four years old, or eight
  for (let y = year + 1; y > year - 9; y -= 1) {
    const midnight = Date.UTC(y, month - 1, Number(day));
    const ms = midnight + clock(hours, minutes, seconds);
    if (ms <= now + oneDay && new Date(midnight).getUTCMonth() === month - 1) return { ms, scale: 'wall' };
  }
  return undefined;
};

/** The zone is left out on purpose: see Time. */
const readIso = (text: string): Time | undefined => {
  const found = /^(\d{4})[-/](\d\d)[-/](\d\d)[T ](\d\d:\d\d:\d\d)(?:[.,](\d{1,9}))?/.exec(text);
  if (found === null) return undefined;
  const [, year, month, day, time, fraction = '0'] = found;
  const date = parseISO(`${year}-${month}-${day}T${time}Z`);
  const ms = date.getTime() + Number(`0.${fraction}`) * 1000;
  return Number.isNaN(ms) ? undefined : { ms, scale: 'wall' };
};

const readNumber = (text: string): Time | undefined => {
  if (!/^\d{1,19}(?:\.\d{1,9})?$/.test(text)) return undefined;
  const value = Number(text);
  if (value > 1e14) return { ms: value / 1000, scale: 'wall' };
  if (value > 1e11) return { ms: value, scale: 'wall' };
  return value > 1e8 ? { ms: value * 1000, scale: 'wall' } : { ms: value * 1000, scale: 'boot' };
};

export const readTime = (printed: string, now: number): Time | undefined => {
  const text = printed.trim();
  return readIso(text) ?? readNumber(text) ?? readShort(text, now);
};

/** The clock part of a printed time, for a sentence: `14:07:44`. */
export const clockOf = (printed: string): string => /\d\d:\d\d:\d\d/.exec(printed)?.[0] ?? printed;
