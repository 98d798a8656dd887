import { expect, test } from 'vitest';
import { reports } from '../../src/report/index.ts';
import { likely, several } from './diagnoses.ts';

const options = { colour: false, unicode: true, width: 80 };

test('the formats are those of --format', () => {
  expect(Object.keys(reports)).toEqual(['text', 'json', 'jsonl', 'markdown']);
});

test('each report ends in one line feed', () => {
  for (const report of Object.values(reports)) {
    expect(report([likely], options)).toMatch(/[^\n]\n$/);
    expect(report(several, options)).toMatch(/[^\n]\n$/);
  }
});

test('text: one input in full, several as a table', () => {
  expect(reports.text([likely], options)).toContain('What to do');
  expect(reports.text(several, options)).toContain('6 inputs');
});
