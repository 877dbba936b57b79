import type { Month } from '../../lib/calendar/month.ts';
import { categoryKey } from '../../measures/index.ts';
import { asReadText } from '../as-read-text.ts';
import { readTable, type TableRow } from '../read-table.ts';
import { type Figure, seriesOfFigures } from '../series-of-figures.ts';
import { type KeyedRow, settleRepeats } from '../settle-repeats.ts';
import type { ReadText, RefusedText, TextSource } from '../text-source.ts';
import { boroughOrForce, type PlainArea } from './plain-area.ts';
import { knowsPlainCsv } from './plain-columns.ts';
import { plainMonth } from './plain-month.ts';

/** A plain CSV of monthly counts, made by hand or by a query: one row for each month, area and thing counted. */
export interface PlainCounts extends Pick<TextSource, 'title' | 'reads'> {
  kind: TextSource['kind'];
  /** Column that says what a row counts, its words, and why a row of another word cannot be used; none for one thing only. */
  about?: { column: string; words: readonly string[]; otherwise: string };
  /** Columns of whole numbers with the last part of the source category of each. */
  counts: readonly { column: string; slug: string }[];
  /** Why the counts of a row, by slug, cannot all be right; null when they can. */
  contradiction?: (counts: ReadonlyMap<string, number>) => string | null;
  areas?: { read: (text: string) => PlainArea | null; otherwise: string };
}

const BOROUGHS = { read: boroughOrForce, otherwise: 'no London borough and no police force, by name or code' };
const WHOLE = /^\d{1,9}$/;
/** A plain CSV is made by those who import it, not downloaded. */
const ADVICE = 'correct it and import it again';

/**
 * Makes the source of a plain CSV. Its categories are its kind, the word of the row where there is one, and the slug of
 * the column. What no row states has no value: none is written as 0.
 */
export function plainCounts(table: PlainCounts): TextSource {
  const about = ['month', 'area', ...(table.about === undefined ? [] : [table.about.column])];
  const { kind, title, reads } = table;
  return {
    kind,
    title,
    reads,
    knows: knowsPlainCsv(title, { about, counts: table.counts.map(({ column }) => column) }),
    read: (text, { now }) => readCounts(table, text, now),
  };
}

function readCounts(spec: PlainCounts, text: string, now: Month): ReadText | RefusedText {
  const table = readTable(text);
  if (table.kind === 'refused') return table;
  const keyed: KeyedRow<Figure[]>[] = [];
  for (const row of table.rows) {
    const read = readRow(spec, row, now);
    if (typeof read === 'string') table.leftOut.add(row, read);
    else keyed.push(read);
  }
  const figures = [...settleRepeats(keyed, table.leftOut).values()].flat();
  return asReadText(table, { series: seriesOfFigures(spec.kind, figures) }, ADVICE);
}

/** What a row counts, or why it cannot be used. */
function readRow(spec: PlainCounts, row: TableRow, now: Month): KeyedRow<Figure[]> | string {
  const when = plainMonth(row.value('month'), now);
  if ('because' in when) return when.because;
  const { read, otherwise } = spec.areas ?? BOROUGHS;
  const area = read(row.value('area'));
  if (area === null) return otherwise;
  const word = spec.about === undefined ? '' : row.value(spec.about.column).toLowerCase();
  if (spec.about !== undefined && !spec.about.words.includes(word)) return spec.about.otherwise;
  const key = `${when.month} ${area.areaCode} ${word}`;
  const counts = new Map<string, number>();
  for (const { column, slug } of spec.counts) {
    const text = row.value(column);
    if (!WHOLE.test(text)) return { row, key, stated: { unreadable: `${column} is no whole number, written as 12` } };
    counts.set(slug, Number(text));
  }
  const contradiction = spec.contradiction?.(counts) ?? null;
  if (contradiction !== null) return { row, key, stated: { unreadable: contradiction } };
  const stated = [...counts].map(([slug, value]): Figure => {
    const levels = word === '' ? [slug] : [word, slug];
    const { areaCode, version: boundaryVersion } = area;
    return { category: categoryKey(spec.kind, ...levels), areaCode, boundaryVersion, month: when.month, value };
  });
  return { row, key, stated };
}
