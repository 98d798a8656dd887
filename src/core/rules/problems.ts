/** Something wrong in a rule, with the place as a path: `symptoms[0].line`. */
export interface Problem {
  readonly path: string;
  readonly message: string;
}

export type Report = (path: string, message: string) => void;

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Keys outside the known ones are typing errors, not extensions. */
export const checkKeys = (
  value: Readonly<Record<string, unknown>>,
  known: readonly string[],
  path: string,
  report: Report,
): void => {
  for (const key of Object.keys(value)) {
    if (!known.includes(key)) {
      report(path === '' ? key : `${path}.${key}`, `unknown key; known are: ${known.join(', ')}`);
    }
  }
};

export const checkText = (value: unknown, path: string, report: Report, most = 4000): value is string => {
  if (typeof value !== 'string') {
    const hint = typeof value === 'number' ? ' (YAML read a number: put it in single quotes)' : '';
    report(path, `must be text${hint}`);
    return false;
  }
  if (value.trim() === '') {
    report(path, 'is empty');
    return false;
  }
  if (value.length > most) {
    report(path, `is longer than ${most} characters`);
    return false;
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a rule file is foreign text
  if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/.test(value)) {
    report(path, 'holds a control character');
    return false;
  }
  return true;
};

export const checkList = (value: unknown, path: string, report: Report): value is readonly unknown[] => {
  if (Array.isArray(value)) return true;
  report(path, 'must be a list');
  return false;
};

export const checkOneOf = (value: unknown, words: readonly string[], path: string, report: Report): boolean => {
  if (typeof value === 'string' && words.includes(value)) return true;
  report(path, `must be one of: ${words.join(', ')}`);
  return false;
};

export const checkTexts = (value: unknown, path: string, report: Report, least = 0): void => {
  if (!checkList(value, path, report)) return;
  if (value.length < least) report(path, `needs at least ${least}`);
  for (const [index, text] of value.entries()) checkText(text, `${path}[${index}]`, report);
};
