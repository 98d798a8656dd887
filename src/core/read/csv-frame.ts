/** CSV with a message column: CloudWatch Logs Insights, Kibana. The header decides. */
export interface CsvFrame {
  /** The message of a row; undefined where the text is not a row, and for the header itself. */
  readonly message: (line: string) => string | undefined;
  /** The header was seen. */
  readonly isOpen: () => boolean;
}

const cellsOf = (line: string): readonly string[] => {
  const cells: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^,]*))(?:,|$)/g;
  for (const found of line.matchAll(cell)) cells.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
  return cells;
};

const isMessage = (cell: string): boolean => /^@?(?:message|_raw|log|line)$/i.test(cell.trim());
const isTime = (cell: string): boolean => /^@?(?:timestamp|time|date)$/i.test(cell.trim());

export const createCsvFrame = (): CsvFrame => {
  let column = -1;
  let width = 0;
  const message = (line: string): string | undefined => {
    if (line.length < 400 && /^"?[@_]?\w+"?,/.test(line) && !line.includes(' ')) {
      const cells = cellsOf(line);
      const at = cells.findIndex(isMessage);
      if (at !== -1 && cells.some(isTime)) {
        column = at;
        width = cells.length;
        return undefined;
      }
    }
    if (column === -1) return undefined;
    const cells = cellsOf(line);
    return cells.length >= width ? cells[column] : undefined;
  };
  return { message, isOpen: () => column !== -1 };
};
