import { type Fields, type Message, messageOf, outputKeys } from './record.ts';

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Text that tools keep whole (Ansible's stdout, stdout_lines, the ServerErrors of docker info): lines without a record of their own. */
const outputsOf = (fields: Fields): readonly Message[] =>
  outputKeys.flatMap((key) => {
    const value = fields[key];
    const texts = Array.isArray(value) ? value : [value];
    return texts
      .filter((text) => typeof text === 'string' && text !== '')
      .map((text): Message => ({ text: String(text) }));
  });

/** The last is of docker info -f json. */
const outputMarks = ['stdout', 'stderr', 'stdout_lines', 'stderr_lines', 'module_stderr', 'rc', 'ServerErrors'];

const looksLikeOutput = (fields: Fields): boolean => outputMarks.some((key) => key in fields);

/** The log records within a JSON value: journal objects, CloudWatch events, search hits, Ansible results. */
export const recordsIn = (value: unknown, depth = 0): readonly Message[] => {
  if (depth > 6) return [];
  if (Array.isArray(value)) return value.flatMap((one) => recordsIn(one, depth + 1));
  if (!isFields(value)) return [];
  if (looksLikeOutput(value)) return outputsOf(value);
  const message = messageOf(value);
  if (message !== undefined) return [message];
  return Object.values(value).flatMap((one) => (typeof one === 'object' ? recordsIn(one, depth + 1) : []));
};
