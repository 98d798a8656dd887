import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editJson, keysHolding } from '../../../src/guide/plan/json.ts';

const edited = (text: string, set: Record<string, unknown>, remove: readonly string[] = []): string => {
  const result = editJson(text, set, remove);
  if ('problem' in result) throw new Error(result.problem);
  return result.text;
};

const problemOf = (text: string): string => {
  const result = editJson(text, { debug: true }, []);
  return 'problem' in result ? result.problem : 'none';
};

test('what is not changed stays as it is: order, tabs, line ends, byte order mark, no final line end', () => {
  const text = '\uFEFF{\r\n\t"z":   1,\r\n\t"a": [ "x" ]\r\n}';
  expect(edited(text, { debug: true })).toBe('\uFEFF{\r\n\t"z":   1,\r\n\t"a": [ "x" ],\r\n\t"debug": true\r\n}');
  expect(edited(text, { z: 2 })).toBe('\uFEFF{\r\n\t"z":   2,\r\n\t"a": [ "x" ]\r\n}');
  expect(edited(text, { a: ['x'] }, ['no'])).toBe(text);
});

test('the indentation of the file is kept: four blanks', () => {
  expect(edited('{\n    "a": 1\n}\n', { dns: ['1.1.1.1'] })).toBe(
    '{\n    "a": 1,\n    "dns": [\n        "1.1.1.1"\n    ]\n}\n',
  );
});

test('the first, a middle, the last and the only key go, and their commas with them', () => {
  const text = '{\n  "a": 1,\n  "b": {"x": [1, 2]},\n  "c": "}"\n}\n';
  expect(edited(text, {}, ['a'])).toBe('{\n  "b": {"x": [1, 2]},\n  "c": "}"\n}\n');
  expect(edited(text, {}, ['b'])).toBe('{\n  "a": 1,\n  "c": "}"\n}\n');
  expect(edited(text, {}, ['c'])).toBe('{\n  "a": 1,\n  "b": {"x": [1, 2]}\n}\n');
  expect(JSON.parse(edited(text, {}, ['a', 'b', 'c']))).toEqual({});
});

test('keys are found by what they hold, at whatever depth', () => {
  const text = '\uFEFF{"bip": "10.0.0.300/24", "mtu": 70000, "dns": ["1.1.1.1", "x"], "log-opts": {"max-size": "x"}}';
  expect(keysHolding(text, '10.0.0.300/24')).toEqual(['bip']);
  expect(keysHolding(text, '70000')).toEqual(['mtu']);
  expect(keysHolding(text, 'x')).toEqual(['dns', 'log-opts']);
  expect(keysHolding(text, '10.0.0.300')).toEqual([]);
  for (const broken of ['', '[]', '{"a": 1,}']) expect(keysHolding(broken, '1')).toEqual([]);
});

test('an empty file and none: a new object', () => {
  for (const text of ['', ' \n', '{}'])
    expect(JSON.parse(edited(text, { 'userns-remap': 'default' }))).toEqual({ 'userns-remap': 'default' });
  expect(edited('', { debug: true })).toBe('{\n  "debug": true\n}\n');
});

test('name=value lists: the name is replaced, the others stay', () => {
  const text = '{"exec-opts": ["native.cgroupdriver=cgroupfs", "isolation=x"]}';
  expect(JSON.parse(edited(text, { 'exec-opts': ['native.cgroupdriver=systemd'] }))).toEqual({
    'exec-opts': ['isolation=x', 'native.cgroupdriver=systemd'],
  });
});

test('a key that stands there twice: what counts is set, and removed it is gone', () => {
  const text = '{"debug": false, "x": 1, "debug": true}';
  expect(JSON.parse(edited(text, { debug: false }))).toEqual({ debug: false, x: 1 });
  expect(edited(text, {}, ['debug'])).not.toContain('debug');
  expect(JSON.parse(edited(text, { debug: true }))).toEqual({ x: 1, debug: true });
});

test('what is no JSON is refused with its line', () => {
  expect(problemOf('{\n  "a": 1,\n  // why\n  "b": 2\n}')).toContain('line 3');
  expect(problemOf('{\n  "a": 1\n  "b": 2\n}')).toContain('line 3');
  expect(problemOf('{"a": 1,}')).toContain('line 1');
  expect(problemOf('{"a": 01}')).toContain('no JSON');
  for (const text of ['[]', '"x"', '1', 'null']) expect(problemOf(text)).toBe('it is no JSON object');
  for (const text of ['{', '{}}', '{} x', "{'a': 1}", '{"a": NaN}', '{"a":"\t"}'])
    expect(problemOf(text)).toContain('no JSON');
});

test('names of the language are names like any other', () => {
  const text = '{"__proto__": {"x": 1}, "constructor": 2}';
  expect(edited(text, {}, ['toString'])).toBe(text);
  expect(edited(text, {}, ['__proto__', 'constructor'])).not.toContain('proto');
});

// one key with an escape, not two: Node 24 and 26 take the key `"\""` for `"\\"` where it has seen both
const key = fc.constantFrom<string>('a', 'b', 'dns', 'exec-opts', 'log-opts', 'x y', '"', 'é');
const objects = fc.dictionary(key, fc.jsonValue({ maxDepth: 2 }), { noNullPrototype: true });

test('twice is once; every other key is what it was', () => {
  fc.assert(
    fc.property(
      objects,
      objects,
      fc.array(key),
      fc.constantFrom('', '\t', '  ', '    '),
      fc.constantFrom('\n', '\r\n'),
      (file, set, remove, indent, eol) => {
        const text = JSON.stringify(file, undefined, indent).replaceAll('\n', eol);
        const gone = remove.filter((name) => !Object.hasOwn(set, name));
        const once = edited(text, set, gone);
        expect(edited(once, set, gone)).toBe(once);
        const parsed = JSON.parse(once) as Record<string, unknown>;
        const before = JSON.parse(text) as Record<string, unknown>;
        for (const name of Object.keys(before))
          if (!Object.hasOwn(set, name)) expect(parsed[name]).toEqual(gone.includes(name) ? undefined : before[name]);
        for (const name of gone) expect(Object.hasOwn(parsed, name)).toBe(false);
        for (const name of Object.keys(set)) expect(Object.hasOwn(parsed, name)).toBe(true);
        if (text.includes('\r\n')) expect(once.replaceAll('\r\n', '')).not.toContain('\n');
      },
    ),
    { numRuns: 300 },
  );
});
