import { readFileSync } from 'node:fs';

type Schema = Readonly<Record<string, unknown>>;

const root = JSON.parse(
  readFileSync(new URL('../../src/report/docker-why.schema.json', import.meta.url), 'utf8'),
) as Schema;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const typeOf = (value: unknown): string => (Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value);

const fits = (type: string, value: unknown): boolean =>
  type === 'integer' ? Number.isInteger(value) : typeOf(value) === type;

const resolve = (ref: string): Schema =>
  ref
    .slice(2)
    .split('/')
    .reduce<Schema>((at, key) => at[key] as Schema, root);

const objectProblems = (schema: Schema, value: Readonly<Record<string, unknown>>, path: string): readonly string[] => {
  const known = (schema['properties'] ?? {}) as Readonly<Record<string, Schema>>;
  const others = schema['additionalProperties'];
  const missing = ((schema['required'] ?? []) as readonly string[]).filter((key) => !(key in value));
  return [
    ...missing.map((key) => `${path}.${key} is missing`),
    ...Object.entries(value).flatMap(([key, inner]) => {
      const one = known[key];
      if (one !== undefined) return problems(one, inner, `${path}.${key}`);
      if (isRecord(others)) return problems(others, inner, `${path}.${key}`);
      // stricter than JSON Schema: what is printed must be described
      return others === true ? [] : [`${path}.${key} is not in the schema`];
    }),
  ];
};

const known = [
  '$ref',
  '$defs',
  '$schema',
  'title',
  'description',
  'type',
  'const',
  'enum',
  'pattern',
  'minimum',
  'oneOf',
];
const structure = ['properties', 'required', 'additionalProperties', 'items'];

/** The part of draft 2020-12 that docker-why.schema.json uses; a keyword beyond it is a problem itself. */
const problems = (schema: Schema, value: unknown, path: string): readonly string[] => {
  const found = Object.keys(schema)
    .filter((key) => ![...known, ...structure].includes(key))
    .map((key) => `${path}: keyword ${key} is not checked`);
  if (typeof schema['$ref'] === 'string') found.push(...problems(resolve(schema['$ref']), value, path));
  const types = [schema['type'] ?? []].flat().map(String);
  if (types.length > 0 && !types.some((type) => fits(type, value)))
    return [...found, `${path} is no ${types.join(' or ')}`];
  if ('const' in schema && schema['const'] !== value) found.push(`${path} is not ${schema['const']}`);
  if (Array.isArray(schema['enum']) && !schema['enum'].includes(value)) found.push(`${path} is none of the enum`);
  if (typeof schema['pattern'] === 'string' && !new RegExp(schema['pattern']).test(String(value)))
    found.push(`${path}: pattern`);
  if (typeof schema['minimum'] === 'number' && Number(value) < schema['minimum'])
    found.push(`${path} is below the minimum`);
  if (Array.isArray(schema['oneOf'])) {
    const fitting = schema['oneOf'].filter((one: Schema) => problems(one, value, path).length === 0);
    if (fitting.length !== 1) found.push(`${path} fits ${fitting.length} of oneOf`);
  }
  if (Array.isArray(value) && isRecord(schema['items'])) {
    const { items } = schema;
    if (isRecord(items)) found.push(...value.flatMap((item, at) => problems(items, item, `${path}[${at}]`)));
  }
  if (isRecord(value) && schema['type'] === 'object') found.push(...objectProblems(schema, value, path));
  return found;
};

export const schemaProblems = (value: unknown): readonly string[] => problems(root, value, '$');
