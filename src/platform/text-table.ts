/** A column of a table for a terminal. */
export interface TextColumn {
  head: string;
  align: 'left' | 'right';
}

/** Columns of which the first and the last hold words, and those between them numbers. */
export function numberColumns(heads: readonly string[]): TextColumn[] {
  return heads.map((head, at) => ({ head, align: at === 0 || at === heads.length - 1 ? 'left' : 'right' }));
}

/**
 * Lays rows out in columns as wide as their widest cell, two spaces apart, a rule under the head.
 * @param rows as many cells each as there are columns
 */
export function textTable(columns: readonly TextColumn[], rows: readonly (readonly string[])[]): string[] {
  const widths = columns.map(({ head }, place) =>
    Math.max(head.length, ...rows.map((row) => (row[place] ?? '').length)),
  );
  const line = (cells: readonly string[]) =>
    columns
      .map(({ align }, place) => {
        const cell = cells[place] ?? '';
        const width = widths[place] ?? 0;
        return align === 'left' ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [line(columns.map(({ head }) => head)), rule, ...rows.map(line)];
}
