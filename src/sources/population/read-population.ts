import type { Month } from '../../lib/calendar/month.ts';
import { categoryKey } from '../../measures/index.ts';
import { asReadText } from '../as-read-text.ts';
import { type AreaRow, type FigureColumn, readAreaRows } from '../context/area-rows.ts';
import { wholeNumber } from '../context/plain-number.ts';
import { toRuns } from '../context/to-runs.ts';
import { reasonCounter } from '../count-reasons.ts';
import { readTable, type TableRow } from '../read-table.ts';
import type { ReadText, RefusedText } from '../text-source.ts';
import { AGE_BANDS, AGE_COLUMNS, inAgeBands } from './age-bands.ts';
import { yearOfEstimates } from './year-of-estimates.ts';

const PUBLISHER = 'population';
const LSOA = /^[EW]01\d{6}$/;
const SETS = [
  { column: 'lsoa11_code', version: 'lsoas-2011' },
  { column: 'lsoa21_code', version: 'lsoas-2021' },
] as const;

/**
 * Reads mid-year estimates by LSOA: the total as published, and single years of age summed into bands. They stand at
 * June of their year. Totals that are not the sum of their ages are kept as published and counted as a notice.
 * @param about the year, where the file's total does not tell it
 */
export function readPopulation(text: string, now: Month, about: string | null): ReadText | RefusedText {
  const table = readTable(text);
  if (table.kind === 'refused') return table;
  const set = SETS.find(({ column }) => table.columns.includes(column));
  const missing = AGE_COLUMNS.find((age) => !table.columns.includes(age));
  if (set === undefined || missing !== undefined) {
    return { kind: 'refused', because: `has lost its column "${missing ?? 'lsoa11_code'}": download it again` };
  }
  const notices = reasonCounter();
  const rows = readAreaRows(table, (row) => {
    const read = readAges(row);
    if (typeof read === 'string') return read;
    const areaCode = row.value(set.column);
    if (!LSOA.test(areaCode)) return 'no code of an LSOA such as E01000907';
    const areaRow: AreaRow = { areaCode, version: set.version, values: [read.total, ...inAgeBands(read.byAge)] };
    return areaRow;
  });
  notices.add('a total that is not the sum of its ages: both are kept as published', rows.filter(differs).length);
  const residents = rows.reduce((sum, { values }) => sum + (values[0] ?? 0), 0);
  const year = yearOfEstimates(residents, about, now);
  if (year.kind === 'refused' && rows.length > 0) return year;
  const month = year.kind === 'month' ? year.month : now;
  if (year.kind === 'month' && year.toldBy === 'total') {
    notices.add(
      `the year, ${month.slice(0, 4)}, is told by London’s published total of ${residents.toLocaleString('en-GB')} residents`,
    );
  }
  const figures: FigureColumn[] = ['residents', ...AGE_BANDS.map(({ slug }) => slug)].map((name) => ({
    category: categoryKey(PUBLISHER, name),
    month,
  }));
  const series = toRuns(rows, figures, PUBLISHER);
  const recognisedAs = `mid-${month.slice(0, 4)} population estimates by LSOA`;
  return asReadText(table, { series, notices: notices.counts(), recognisedAs });
}

function readAges(row: TableRow): { total: number; byAge: number[] } | string {
  const total = wholeNumber(row.value('total_population'));
  if (total === null) return 'a total that is no whole number of residents';
  const byAge: number[] = [];
  for (const age of AGE_COLUMNS) {
    const count = wholeNumber(row.value(age));
    if (count === null) return 'an age that has no whole number of residents';
    byAge.push(count);
  }
  return { total, byAge };
}

function differs({ values: [total, ...bands] }: AreaRow): boolean {
  return total !== bands.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}
