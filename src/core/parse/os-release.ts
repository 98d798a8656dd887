import { parseEnvironment } from './words.ts';

export interface Distribution {
  /** `ID` first, then the words of `ID_LIKE` (os-release(5)). */
  readonly names: readonly string[];
  readonly version?: string;
  readonly pretty?: string;
}

export const parseOsRelease = (text: string): Distribution => {
  const values = parseEnvironment(text);
  const names = [values.get('ID') ?? '', ...(values.get('ID_LIKE') ?? '').split(/\s+/)].filter((word) => word !== '');
  const [version, pretty] = [values.get('VERSION_ID'), values.get('PRETTY_NAME')];
  return { names, ...(version !== undefined && { version }), ...(pretty !== undefined && { pretty }) };
};
