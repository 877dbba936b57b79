import { type Month, monthName } from '../../lib/calendar/month.ts';
import { CATALOGUE, categoryKey, sumsCategory } from '../../measures/index.ts';
import { asReadText } from '../as-read-text.ts';
import { type AreaRow, type FigureColumn, readAreaRows } from '../context/area-rows.ts';
import { plainNumber, wholeNumber } from '../context/plain-number.ts';
import { toRuns } from '../context/to-runs.ts';
import { reasonsTogether } from '../count-reasons.ts';
import type { ReasonCount } from '../model.ts';
import { readTable, type TableRow } from '../read-table.ts';
import type { ReadText, RefusedText } from '../text-source.ts';
import { INDEX_EDITIONS, type IndexEdition } from './index-edition.ts';

const LSOA = /^E01\d{6}$/;
const KNOWN_COLUMN = /^([A-Za-z]+(?:_[A-Za-z]+)*)_(decile|rank|score)$/;
/** Deciles 1 and 2 are the most deprived fifth of England. */
const MOST_DEPRIVED_DECILES = 2;

interface IndexColumn {
  name: string;
  /** Such as IMD, Income, Housing_and_Access. */
  domain: string;
  what: 'decile' | 'rank' | 'score';
}

/**
 * Reads the ranks, deciles and scores of the English Indices of Deprivation, and says of each LSOA whether it is in the
 * most deprived fifth of England: 1 or 0. Rank 1 and decile 1 are the most deprived; a higher score is more deprived.
 * A row is left out whose decile is not that of its rank (rank × 10 / LSOAs in England, rounded up).
 */
export function readDeprivation(text: string, now: Month): ReadText | RefusedText {
  const table = readTable(text);
  if (table.kind === 'refused') return table;
  const edition = INDEX_EDITIONS.find(({ codeColumn }) => table.columns.includes(codeColumn));
  if (edition === undefined) return { kind: 'refused', because: 'has no column lsoa11_code or lsoa21_code' };
  if (edition.month > now) {
    return { kind: 'refused', because: `is of ${monthName(edition.month)}, which is still to come: check the date` };
  }
  const columns = indexColumns(table.columns);
  const figures: FigureColumn[] = [
    ...columns.map(({ domain, what }) => at(edition, `${domain} ${what}`)),
    at(edition, 'most deprived fifth'),
  ];
  const rows = readAreaRows(table, (row) => readRow(row, edition, columns));
  return asReadText(table, {
    series: toRuns(rows, figures, edition.publisher),
    notices: reasonsTogether(heldOnly(figures), otherColumns(table.columns, columns, edition)),
    recognisedAs: edition.title,
  });
}

function at({ publisher, month }: IndexEdition, name: string): FigureColumn {
  return { category: categoryKey(publisher, name), month };
}

function indexColumns(columns: readonly string[]): IndexColumn[] {
  return columns.flatMap((name) => {
    const [, domain, what] = KNOWN_COLUMN.exec(name) ?? [];
    return domain === undefined ? [] : [{ name, domain, what: what as IndexColumn['what'] }];
  });
}

function readRow(row: TableRow, edition: IndexEdition, columns: readonly IndexColumn[]): AreaRow | string {
  const areaCode = row.value(edition.codeColumn);
  if (!LSOA.test(areaCode)) return 'no code of an English LSOA such as E01000907';
  const values: number[] = [];
  const deciles = new Map<string, number>();
  for (const { name, domain, what } of columns) {
    const value = what === 'score' ? plainNumber(row.value(name)) : wholeNumber(row.value(name));
    if (value === null) return `a ${what} that is no ${what === 'score' ? 'number' : 'whole number'}`;
    const most = { decile: 10, rank: edition.areas, score: Number.POSITIVE_INFINITY }[what];
    if (what !== 'score' && (value < 1 || value > most))
      return `a ${what} that is not from 1 to ${most.toLocaleString('en-GB')}`;
    if (what === 'decile') deciles.set(domain, value);
    values.push(value);
  }
  const strays = columns.some(
    ({ domain, what }, index) =>
      what === 'rank' &&
      deciles.has(domain) &&
      deciles.get(domain) !== Math.ceil(((values[index] ?? 0) * 10) / edition.areas),
  );
  if (strays) return 'a decile that is not that of its rank';
  const isMostDeprived = (deciles.get('IMD') ?? 10) <= MOST_DEPRIVED_DECILES;
  return { areaCode, version: edition.version, values: [...values, isMostDeprived ? 1 : 0] };
}

function heldOnly(figures: readonly FigureColumn[]): ReasonCount[] {
  const unmeasured = figures.filter(({ category }) => !CATALOGUE.some((measure) => sumsCategory(measure, category)));
  return unmeasured.length === 0
    ? []
    : [{ reason: 'a column held under its name, which no measure counts yet', count: unmeasured.length }];
}

function otherColumns(all: readonly string[], read: readonly IndexColumn[], edition: IndexEdition): ReasonCount[] {
  const known = new Set([edition.codeColumn, ...read.map(({ name }) => name)]);
  const others = all.filter((name) => !known.has(name));
  return others.length === 0
    ? []
    : [{ reason: 'a column that is no rank, decile or score: not kept', count: others.length }];
}
