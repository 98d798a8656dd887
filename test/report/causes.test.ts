import { expect, test } from 'vitest';
import { type Cause, listCauses } from '../../src/report/causes.ts';

const causes: readonly Cause[] = [
  { id: 'userns/max-user-namespaces', title: 'The kernel may not create another user namespace, or not one more' },
  { id: 'config/invalid-json', title: 'daemon.json is not valid JSON' },
  { id: 'config/flag-conflict', title: 'The same option is given both as a flag and in daemon.json' },
];

test('aligned, by group', () => {
  expect(listCauses(causes, { colour: false, unicode: true, width: 80 })).toMatchInlineSnapshot(`
    "config
      config/flag-conflict        The same option is given both as a flag and in
                                  daemon.json
      config/invalid-json         daemon.json is not valid JSON

    userns
      userns/max-user-namespaces  The kernel may not create another user namespace,
                                  or not one more
    "
  `);
});

test('stacked where it is narrow', () => {
  expect(listCauses(causes, { colour: false, unicode: true, width: 50 })).toMatchInlineSnapshot(`
    "config
      config/flag-conflict
          The same option is given both as a flag and
          in daemon.json
      config/invalid-json
          daemon.json is not valid JSON

    userns
      userns/max-user-namespaces
          The kernel may not create another user
          namespace, or not one more
    "
  `);
});

test('none', () => {
  expect(listCauses([], { colour: false, unicode: true, width: 80 })).toBe('\n');
});
