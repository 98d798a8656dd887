import { expect, test } from 'vitest';
import { ask, askEach, type Inquiry, together } from '../../../src/core/ask/inquiry.ts';
import { converse } from '../fake-host.ts';

const host = { files: { '/a': 'A', '/b': 'B', '/c': '/a' } };

function* follow(path: string): Inquiry<string> {
  const first = yield* ask({ read: 'text', path });
  if (!first.known || !first.exists) return 'nothing';
  if (!first.text.startsWith('/')) return first.text;
  const next = yield* ask({ read: 'text', path: first.text });
  return next.known && next.exists ? `${first.text}: ${next.text}` : 'dangling';
}

test('several at once, in the same order', () => {
  function* both() {
    return yield* askEach([{ read: 'text', path: '/b' } as const, { read: 'text', path: '/x' } as const]);
  }
  expect(converse(both(), host)).toEqual([
    { known: true, exists: true, text: 'B' },
    { known: true, exists: false },
  ]);
});

test('talks of different length side by side share their turns', () => {
  const turns: number[] = [];
  const inquiry = together(['/c', '/b', '/x', '/c'].map(follow));
  let step = inquiry.next([]);
  while (step.done !== true) {
    turns.push(step.value.length);
    const replies = step.value.map((request) => converse(ask(request), host));
    step = inquiry.next(replies);
  }
  expect(step.value).toEqual(['/a: A', 'B', 'nothing', '/a: A']);
  expect(turns).toEqual([4, 2]);
});
