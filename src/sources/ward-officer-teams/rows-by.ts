/** Rows by a text that each has, in their order. */
export function rowsBy<Row>(rows: readonly Row[], textOf: (row: Row) => string): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const same = found.get(textOf(row));
    if (same) same.push(row);
    else found.set(textOf(row), [row]);
  }
  return found;
}
