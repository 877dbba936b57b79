import type { TableRow } from '../read-table.ts';
import type { TextSource } from '../text-source.ts';
import { knowsPlainCsv } from './plain-columns.ts';
import { type PlainFigures, type PlainRows, readPlainRows, WHOLE } from './plain-rows.ts';

/** A plain CSV of monthly counts, made by hand or by a query: one row for each month, area and thing counted. */
export interface PlainCounts extends Pick<TextSource, 'kind' | 'title' | 'reads'>, Pick<PlainRows, 'about' | 'areas'> {
  /** Columns of whole numbers with the last part of the source category of each. */
  counts: readonly { column: string; slug: string }[];
  /** Why the counts of a row, by slug, cannot all be right; null when they can. */
  contradiction?: (counts: ReadonlyMap<string, number>) => string | null;
}

/** Makes the source of a plain CSV of counts. What no row states has no value: none is written as 0. */
export function plainCounts({ title, reads, ...table }: PlainCounts): TextSource {
  const about = ['month', 'area', ...(table.about === undefined ? [] : [table.about.column])];
  const figuresIn = (row: TableRow) => countsIn(table, row);
  return {
    kind: table.kind,
    title,
    reads,
    knows: knowsPlainCsv(title, { about, counts: table.counts.map(({ column }) => column) }),
    read: (text, { now }) => readPlainRows({ ...table, figuresIn }, text, now),
  };
}

function countsIn(
  { counts, contradiction }: Pick<PlainCounts, 'counts' | 'contradiction'>,
  row: TableRow,
): PlainFigures {
  const read = new Map<string, number>();
  for (const { column, slug } of counts) {
    const text = row.value(column);
    if (!WHOLE.test(text)) return `${column} is no whole number, written as 12`;
    read.set(slug, Number(text));
  }
  return contradiction?.(read) ?? [...read];
}
