/** A table of a report, as a terminal shows it. */
interface ReportTable {
  columns: { head: string; align: 'left' | 'right' }[];
  rows: string[][];
}

/** What a command says: sentences, tables and empty lines, the answer first. */
export type Report = (string | ReportTable)[];

/** A table; a head that begins with ">" is of a column of numbers. Nothing when there are no rows. */
export function table(heads: readonly string[], rows: string[][]): ReportTable[] {
  if (rows.length === 0) return [];
  const columns = heads.map((head) => {
    const right = head.startsWith('>');
    return { head: right ? head.slice(1) : head, align: right ? ('right' as const) : ('left' as const) };
  });
  return [{ columns, rows }];
}
