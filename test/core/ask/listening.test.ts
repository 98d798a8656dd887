import { expect, test } from 'vitest';
import { parsePlace } from '../../../src/core/ask/listening.ts';

test('places to listen on', () => {
  expect(parsePlace(':80')).toEqual({ port: 80 });
  expect(parsePlace('0.0.0.0:80')).toEqual({ port: 80 });
  expect(parsePlace('[::]:80')).toEqual({ port: 80 });
  expect(parsePlace('localhost:3128')).toEqual({ address: [127, 0, 0, 1], port: 3128 });
  expect(parsePlace('10.0.0.1:2375')).toEqual({ address: [10, 0, 0, 1], port: 2375 });
  for (const text of ['', '80', ':65536', 'host:80', '10.0.0.1:']) expect(parsePlace(text)).toBeUndefined();
});
