import { expect, test } from 'vitest';
import { expandWords, parseEnvironment, splitWords } from '../../../src/core/parse/words.ts';

test('words are cut as systemd cuts them', () => {
  expect(splitWords(`/usr/bin/dockerd -H  fd:// --label "a b" --x='c d' e\\ f ""`)).toEqual([
    '/usr/bin/dockerd',
    '-H',
    'fd://',
    '--label',
    'a b',
    '--x=c d',
    'e f',
    '',
  ]);
});

test('a quote that is never closed, and a backslash at the end, end the word', () => {
  expect(splitWords(`a "b c`)).toEqual(['a', 'b c']);
  expect(splitWords('a b\\')).toEqual(['a', 'b\\']);
});

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: systemd's own notation
test('$NAME alone is cut into words, inside a word it is not', () => {
  const variables = new Map([['OPTS', '-D --mtu 1400']]);
  expect(expandWords(['x', '$OPTS', 'a${OPTS}b', '$NONE'], variables)).toEqual([
    'x',
    '-D',
    '--mtu',
    '1400',
    'a-D --mtu 1400b',
  ]);
});

// biome-ignore-end lint/suspicious/noTemplateCurlyInString: systemd's own notation

test('an environment file: comments, quotes, export, hostile lines', () => {
  const text = `# c\nDOCKER_OPTS="-H tcp://0.0.0.0:2375"\nexport A='x y'\n B = no\n=1\nC=plain text \n`;
  expect([...parseEnvironment(text)]).toEqual([
    ['DOCKER_OPTS', '-H tcp://0.0.0.0:2375'],
    ['A', 'x y'],
    ['C', 'plain text'],
  ]);
});
