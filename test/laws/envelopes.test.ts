import { expect, test } from 'vitest';
import { causesOf, diagnoseBytes, diagnoseText } from '../diagnose-text.ts';
import { envelopes, failedStart, type Line } from './envelopes.ts';

const container: Line = {
  program: '9f3c1a2b4d5e',
  pid: 4711,
  text: 'level=error in my own app: no space left on device',
};

for (const [name, wrap] of Object.entries(envelopes)) {
  test(`${name}: the same diagnosis`, () => {
    const diagnosis = diagnoseText(wrap(failedStart));
    expect(causesOf(diagnosis)).toEqual(['userns/subid-range-missing']);
    expect(diagnosis.findings[0]?.verdict).toBe('likely');
    expect(diagnosis.findings[0]?.captures).toEqual({ user: 'dockremap' });
    expect(diagnosis.findings[0]?.evidence[0]?.text).toContain('No subuid ranges found for user "dockremap"');
  });
}

for (const name of ['short', 'no host', 'short-iso', 'rsyslog', 'RFC 5424', 'journal json', 'GCP LogEntry']) {
  test(`${name}: a container's line is no evidence`, () => {
    const wrap = envelopes[name];
    const diagnosis = diagnoseText(wrap?.([...failedStart.slice(0, 2), container, ...failedStart.slice(2)]) ?? '');
    expect(causesOf(diagnosis)).toEqual(['userns/subid-range-missing']);
  });
}

const text = envelopes['short']?.(failedStart) ?? '';

const utf16 = (bigEndian: boolean, mark: boolean): Uint8Array => {
  const units = [...(mark ? '\ufeff' : ''), ...text].map((unit) => unit.charCodeAt(0));
  return Uint8Array.from(units.flatMap((unit) => (bigEndian ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])));
};

for (const [name, bytes] of Object.entries({
  'UTF-16LE with BOM': utf16(false, true),
  'UTF-16BE with BOM': utf16(true, true),
  'UTF-16LE without BOM': utf16(false, false),
  'UTF-8 with BOM': new TextEncoder().encode(`\ufeff${text}`),
  'invalid UTF-8': Uint8Array.from([
    ...new TextEncoder().encode('\xff'),
    0xff,
    0xfe,
    0x80,
    10,
    ...new TextEncoder().encode(text),
  ]),
})) {
  test(`${name}: the same diagnosis`, () => {
    expect(causesOf(diagnoseBytes(bytes))).toEqual(['userns/subid-range-missing']);
  });
}

test('reversed (journalctl -r): the same attempts', () => {
  const reversed = text.split('\n').toReversed().join('\n');
  expect(diagnoseText(reversed).attempts).toEqual(diagnoseText(text).attempts);
  expect(causesOf(diagnoseText(reversed))).toEqual(['userns/subid-range-missing']);
});
