import { expect, test } from 'vitest';
import { createReader } from '../../../src/core/read/index.ts';

const textsOf = (text: string): readonly string[] => {
  const texts: string[] = [];
  const reader = createReader('x', (entry) => void texts.push(`${entry.line} ${entry.text}`));
  reader.push(new TextEncoder().encode(text));
  reader.end();
  return texts;
};

test('a stream of pretty objects', () => {
  expect(textsOf('{\n\t"MESSAGE" : "one",\n\t"_PID" : "1"\n}{\n\t"MESSAGE" : "two"\n}\n')).toEqual(['1 one', '4 two']);
});

test('objects in arrays are handed on as they close, also behind scalars', () => {
  expect(textsOf('[\n1,\n{"message":"one"},\n{"message":"two"}\n]\n')).toEqual(['3 one', '4 two']);
});

test('a document that is cut gives what came before', () => {
  expect(textsOf('[\n{"message":"one"},\n{"message":"tw')).toEqual(['2 one']);
});

test('quotes and brackets within strings are text', () => {
  expect(textsOf('[\n{"message":"a \\"]}{[ b"}\n]')).toEqual(['2 a "]}{[ b']);
});

test('what docker info -f json says of the server is text', () => {
  expect(textsOf('{"ID":"","ServerErrors":["Cannot connect: a","b"],"ClientInfo":{"Context":"default"}}\n')).toEqual([
    '1 Cannot connect: a',
    '1 b',
  ]);
});

test('a configuration file is no record, and the text goes on behind it', () => {
  expect(textsOf('{\n  "hosts": ["fd://"]\n}\ndockerd: no\n')).toEqual(['4 dockerd: no']);
});

test('what only looks like JSON is read as text', () => {
  expect(textsOf('{\n  "hosts": ["fd://"],\n}\nNov 23 08:24:56 host1 dockerd[1]: x\n').at(-1)).toBe('4 x');
  expect(textsOf('{\n  "never": "closed",\nNov 23 08:24:56 host1 dockerd[1]: x\n').at(-1)).toBe('3 x');
});
