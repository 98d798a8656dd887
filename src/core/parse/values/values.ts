/** Values by the names of daemon.json: of the file as they stand there, of flags as lists of text. */
export type Values = Readonly<Record<string, unknown>>;

/** A value that no dockerd takes. */
export interface WrongValue {
  readonly option: string;
  readonly value: string;
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 200);

/** One value or several: a flag that is given twice, a list in the file. */
export const each = (value: unknown): readonly unknown[] => {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
};

/** Those values of an option that are wrong for sure. */
export const wrongAmong = (
  values: Values,
  option: string,
  isWrong: (value: unknown) => boolean,
): readonly WrongValue[] =>
  each(values[option])
    .filter(isWrong)
    .map((value) => ({ option, value: shown(value) }));

/** What is no text is another rule's (`cannot unmarshal`). */
export const text =
  (isWrong: (value: string) => boolean) =>
  (value: unknown): boolean =>
    typeof value === 'string' && value !== '' && isWrong(value);
