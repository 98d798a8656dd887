import { probeKinds } from '../core/probes/index.ts';
import { captureTypes } from '../core/rules/captures.ts';
import { levels, speakers, weights } from '../core/rules/check-symptoms.ts';

/**
 * JSON Schema of a rule, for editors that complete and check YAML. The check in
 * core/rules knows more (patterns, captures, facts); this is the shape.
 */
const text = { type: 'string', minLength: 1 };
const texts = { type: 'array', items: text };
const closed = (properties: object, required: readonly string[]) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

const test = closed(
  { fact: text, is: {}, not: {}, below: { type: 'number' }, from: { type: 'number' }, in: { type: 'array' } },
  ['fact'],
);
const tests = { oneOf: [test, { type: 'array', items: test, minItems: 1 }] };

const query = {
  oneOf: probeKinds.map(({ ask, about, params }) => ({
    description: about,
    ...closed(
      {
        ask: { const: ask },
        ...Object.fromEntries(
          Object.entries(params).map(([name, type]) => [
            name.replace('?', ''),
            { type: type === 'text' ? 'string' : type },
          ]),
        ),
      },
      ['ask', ...Object.keys(params).filter((name) => !name.endsWith('?'))],
    ),
  })),
};

const symptom = closed(
  {
    line: { ...text, description: 'a case-insensitive regular expression over the bare message' },
    weight: { enum: weights },
    level: { enum: levels },
    from: { type: 'array', items: { enum: speakers } },
    captures: { type: 'object', additionalProperties: { enum: captureTypes } },
    with: text,
  },
  ['line'],
);

const fix = closed(
  {
    title: text,
    when: { type: 'object' },
    risk: { enum: ['safe', 'restarts', 'data', 'security'] },
    cost: text,
    steps: { type: 'array', minItems: 1, items: { type: 'object' } },
    undo: text,
  },
  ['title', 'risk', 'steps'],
);

export const ruleSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'A rule of docker-why',
  ...closed(
    {
      id: { type: 'string', pattern: '^[a-z][a-z0-9]*/[a-z0-9]+(-[a-z0-9]+)*$' },
      title: { ...text, maxLength: 110 },
      headline: { ...text, maxLength: 160 },
      symptoms: { type: 'array', minItems: 1, items: symptom },
      unless: { type: 'array', items: closed({ line: text, scope: { enum: ['line', 'attempt'] } }, ['line']) },
      checks: {
        type: 'array',
        items: closed(
          { query, confirms: tests, refutes: tests, given: closed({ query, holds: tests }, ['query', 'holds']) },
          ['query'],
        ),
      },
      audit: { type: 'boolean' },
      frequency: { enum: ['common', 'usual', 'rare'] },
      overrules: texts,
      explain: text,
      fixes: { type: 'array', minItems: 1, items: fix },
      wanted: { type: 'array', items: closed({ run: text, why: text }, ['run', 'why']) },
      references: { ...texts, minItems: 1 },
      examples: closed({ hit: { ...texts, minItems: 1 }, miss: { ...texts, minItems: 1 } }, ['hit', 'miss']),
    },
    ['id', 'title', 'symptoms', 'explain', 'fixes', 'references', 'examples'],
  ),
} as const;
