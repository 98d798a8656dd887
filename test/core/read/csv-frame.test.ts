import { expect, test } from 'vitest';
import { createCsvFrame } from '../../../src/core/read/csv-frame.ts';
import { readText } from '../read-text.ts';

const messages = (...lines: readonly string[]): readonly (string | undefined)[] => {
  const frame = createCsvFrame();
  return lines.map((line) => frame.message(line));
};

for (const [name, lines, found] of [
  ['CloudWatch', ['@timestamp,@message', '2026-11-23,no space'], [undefined, 'no space']],
  ['Kibana, quoted', ['"@timestamp","message","host"', '"a","no, space","b"'], [undefined, 'no, space']],
  ['quotes within', ['time,message', 'a,"say ""no"" twice"'], [undefined, 'say "no" twice']],
  ['the message first', ['message,timestamp', 'no space,a'], [undefined, 'no space']],
  ['Splunk', ['_time,time,_raw', 'a,b,no'], [undefined, 'no']],
  ['an empty cell within', ['time,host,message', 'a,,no'], [undefined, 'no']],
  ['more cells than the header', ['time,log', 'a,b,c'], [undefined, 'b']],
  ['fewer cells than the header', ['time,host,message', 'a,b'], [undefined, undefined]],
  ['a second header', ['time,message', 'message,time', 'one,two'], [undefined, undefined, 'one']],
  ['no time, no table', ['host,message', 'a,b'], [undefined, undefined]],
  ['no message, no table', ['time,host', 'a,b'], [undefined, undefined]],
  ['rows without a header', ['a,b'], [undefined]],
] as const) {
  test(name, () => expect(messages(...lines)).toEqual(found));
}

// the comma behind an empty first cell is lost: src/core/read/csv-frame.ts, cellsOf
test('an empty first cell', () => {
  expect(messages('time,host,message', ',host1,no space')).toEqual([undefined, 'no space']);
});

test('a row of a table is read like any line', () => {
  const row = '2026-11-23 07:24:56.000,"time=""2026-11-23T07:24:56Z"" level=fatal msg=""no space"""';
  const [, entry] = readText(`@timestamp,@message\n${row}\n`);
  expect([entry?.level, entry?.text, entry?.line]).toEqual(['fatal', 'no space', 2]);
});
