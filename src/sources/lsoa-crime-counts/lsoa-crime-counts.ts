import { type Month, monthName, monthRange } from '../../lib/calendar/month.ts';
import { categoryKey, slug } from '../../measures/index.ts';
import { asReadText } from '../as-read-text.ts';
import type { ReasonCount } from '../model.ts';
import { countedMonth, countRows } from '../mps/count-rows.ts';
import { countRuns } from '../mps/count-runs.ts';
import { lsoaPlace } from '../mps/read-row.ts';
import { tooManyNames } from '../mps/too-many-names.ts';
import { lsoaVersionOf } from '../mps-lsoa/lsoa-version-of.ts';
import { readTable } from '../read-table.ts';
import type { ReadContext, ReadText, RefusedText, TextSource } from '../text-source.ts';
import { lackingMonths } from './lacking-months.ts';

const COLUMNS = ['lsoa_code', 'category', 'month', 'crime_count'];
const PUBLISHER = 'lsoa-crime-counts';

/** A table of street crimes that someone counted by LSOA, category and month; rows without a crime are not in it. */
export const LSOA_CRIME_COUNTS: TextSource = {
  kind: 'lsoa-crime-counts',
  title: 'counts of street crimes by LSOA, category and month',
  reads: 'counts of street crimes by LSOA, category and month',
  knows: (head) => head.kind === 'csv' && COLUMNS.every((column) => head.columns.includes(column)),
  read: readCounts,
};

function readCounts(text: string, { now, held }: ReadContext): ReadText | RefusedText {
  const version = lsoaVersionOf(text, held);
  if (version === null) return { kind: 'refused', because: UNTOLD };
  const table = readTable(text);
  if (table.kind === 'refused') return table;
  const { counts, doubts } = countRows(table, 'crime_count', ({ value }) => ({
    place: lsoaPlace(value('lsoa_code'), version),
    category: slug(value('category')) === '' ? null : categoryKey('lsoa-street', value('category')),
    month: countedMonth(value('month'), now),
    part: '',
  }));
  const wrong = tooManyNames([...counts, ...doubts]);
  if (wrong !== null) return wrong;
  const stated = [...counts, ...doubts].flatMap(({ place, month }) =>
    place === null || month === null ? [] : [{ areaCode: place.areaCode, month }],
  );
  const lacking = lackingMonths(stated);
  const isKnown = (areaCode: string, month: Month): boolean => lacking.get(month)?.has(areaCode) !== true;
  const series = countRuns(PUBLISHER, counts, doubts, { isKnown });
  const months = counts.map(({ month }) => month).sort();
  return asReadText(table, { series, notices: noticesOf(lacking, months) });
}

const UNTOLD =
  'has LSOA codes that do not tell whether they are of 2011 or 2021: import the LSOA boundaries of its area first';

function noticesOf(lacking: ReadonlyMap<Month, ReadonlySet<string>>, months: readonly Month[]): ReasonCount[] {
  const [first, last] = [months[0], months.at(-1)];
  const present = new Set(months);
  const absent = first && last ? monthRange(first, last).filter((month) => !present.has(month)) : [];
  return [
    ...absent.map((month) => ({ reason: `no row at all in ${monthName(month)}: no value anywhere`, count: 1 })),
    ...[...lacking].map(([month, areas]) => ({
      reason: `an LSOA without any row in ${monthName(month)}, when many have none: no value, since rows seem to be lacking`,
      count: areas.size,
    })),
  ];
}
