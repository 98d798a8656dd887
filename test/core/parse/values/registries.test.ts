import { expect, test } from 'vitest';
import { wrongRegistries } from '../../../../src/core/parse/values/registries.ts';

const mirror = (value: unknown) => wrongRegistries({ 'registry-mirrors': [value] });
const insecure = (value: unknown) => wrongRegistries({ 'insecure-registries': [value] });

test.each([
  'mirror.example.com',
  'ftp://mirror.example.com',
  'https://m.example.com/v2/?x=1',
  'https://u:p@m.example.com',
])('no mirror: %s', (value) => {
  expect(mirror(value)).toEqual([{ option: 'registry-mirrors', value }]);
});

test.each(['https://mirror.example.com', 'http://192.0.2.1:5000/', 'HTTPS://m.example.com/path', '', 5])(
  'a mirror, or not for this to say: %s',
  (value) => {
    expect(mirror(value)).toEqual([]);
  },
);

test.each(['reg.local:99999', 'reg.local:port', 'ftp://reg.local'])('no registry: %s', (value) => {
  expect(insecure(value)).toEqual([{ option: 'insecure-registries', value }]);
});

test.each([
  'reg.local:5000',
  'http://reg.local:5000',
  '192.0.2.0/24',
  '2001:db8::/64',
  '[2001:db8::1]:5000',
  'reg.local',
])('a registry: %s', (value) => {
  expect(insecure(value)).toEqual([]);
});
