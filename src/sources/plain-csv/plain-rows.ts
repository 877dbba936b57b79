import type { Month } from '../../lib/calendar/month.ts';
import { categoryKey } from '../../measures/index.ts';
import { asReadText, type Brought } from '../as-read-text.ts';
import { readTable, type TableRow } from '../read-table.ts';
import { type Figure, seriesOfFigures } from '../series-of-figures.ts';
import { type KeyedRow, settleRepeats } from '../settle-repeats.ts';
import type { ReadText, RefusedText } from '../text-source.ts';
import { BOROUGHS_AND_FORCE, type PlainAreas } from './plain-area.ts';
import { plainMonth } from './plain-month.ts';
import type { PlainWord } from './plain-word.ts';

/** A whole number of a plain CSV, without separators or signs. */
export const WHOLE = /^\d{1,9}$/;

/** A plain CSV is made by those who import it, not downloaded. */
const ADVICE = 'correct it and import it again';

/** Figures of a row by the last part of the source category of each, or why they cannot be read. */
export type PlainFigures = readonly (readonly [part: string, value: number])[] | string;

/** The rows of a plain CSV: each is of a month, an area and, where there is one, a word. */
export interface PlainRows {
  /** First part of its source categories, and their publisher. */
  kind: string;
  about?: PlainWord;
  /** Boroughs and the force where left out. */
  areas?: PlainAreas;
  figuresIn: (row: TableRow) => PlainFigures;
  /** What is worth noting of the rows that are used. */
  noticesOf?: (rows: readonly (readonly Figure[])[]) => NonNullable<Brought['notices']>;
}

/**
 * Reads a plain CSV row by row. Its categories are its kind, the word of the row where there is one, and the part; of what
 * rows state differently nothing is known.
 * @param now the present month: later ones are left out
 */
export function readPlainRows(spec: PlainRows, text: string, now: Month): ReadText | RefusedText {
  const table = readTable(text);
  if (table.kind === 'refused') return table;
  const keyed: KeyedRow<Figure[]>[] = [];
  for (const row of table.rows) {
    const read = readRow(spec, row, now);
    if (typeof read === 'string') table.leftOut.add(row, read);
    else keyed.push(read);
  }
  const rows = [...settleRepeats(keyed, table.leftOut).values()];
  const notices = spec.noticesOf?.(rows) ?? [];
  return asReadText(table, { series: seriesOfFigures(spec.kind, rows.flat()), notices }, ADVICE);
}

/** The figures of a row, or why it cannot be used. */
function readRow(
  { kind, about, areas = BOROUGHS_AND_FORCE, figuresIn }: PlainRows,
  row: TableRow,
  now: Month,
): KeyedRow<Figure[]> | string {
  const when = plainMonth(row.value('month'), now);
  if ('because' in when) return when.because;
  const area = areas.read(row.value('area'));
  if (area === null) return areas.otherwise;
  const word = about === undefined ? '' : row.value(about.column).toLowerCase();
  if (about !== undefined && !about.words.includes(word)) return about.otherwise;
  const key = `${when.month} ${area.areaCode} ${word}`;
  const figures = figuresIn(row);
  if (typeof figures === 'string') return { row, key, stated: { unreadable: figures } };
  const levels = word === '' ? [] : [word];
  const stated = figures.map(
    ([part, value]): Figure => ({ category: categoryKey(kind, ...levels, part), ...area, month: when.month, value }),
  );
  return { row, key, stated };
}
