import { asReadText } from '../as-read-text.ts';
import type { AreaRow, FigureColumn } from '../context/area-rows.ts';
import { wholeNumber } from '../context/plain-number.ts';
import { toRuns } from '../context/to-runs.ts';
import { reasonCounter } from '../count-reasons.ts';
import { readTable, type TableRow } from '../read-table.ts';
import { type KeyedRow, settleRepeats } from '../settle-repeats.ts';
import type { ReadText, RefusedText } from '../text-source.ts';
import { BROAD_GROUPS, CENSUS_MONTH, groupCategory, PUBLISHER, RESIDENTS } from './census-figures.ts';

const LSOA = /^[EW]01\d{6}$/;

/** What a row states. */
interface Residents {
  areaCode: string;
  group: string;
  count: number;
  total: number;
}

interface Area {
  totals: Set<number>;
  /** Residents by group; without those of which nothing is known. */
  groups: Map<string, number>;
}

/**
 * Reads residents by broad ethnic group and LSOA: one row for each group of each LSOA, which repeats the LSOA's total.
 * An LSOA whose rows disagree on the total has no total; a group whose row cannot be used has no value.
 */
export function readEthnicityByLsoa(text: string): ReadText | RefusedText {
  const table = readTable(text);
  if (table.kind === 'refused') return table;
  const keyed: KeyedRow<Residents>[] = [];
  for (const row of table.rows) {
    const read = readRow(row);
    if (typeof read === 'string') table.leftOut.add(row, read);
    else keyed.push(read);
  }
  const areas = new Map<string, Area>();
  for (const { areaCode, group, count, total } of settleRepeats(keyed, table.leftOut).values()) {
    const area = areas.get(areaCode) ?? { totals: new Set(), groups: new Map() };
    areas.set(areaCode, { totals: area.totals.add(total), groups: area.groups.set(group, count) });
  }
  const notices = reasonCounter();
  const rows = [...areas].map(([areaCode, { totals, groups }]): AreaRow => {
    const counts = BROAD_GROUPS.map((group) => groups.get(group) ?? null);
    const [total = null] = totals.size === 1 ? [...totals] : [];
    if (totals.size > 1) notices.add('an LSOA whose rows give different totals: it has no total');
    const isWhole = counts.every((count) => count !== null);
    if (!isWhole) notices.add('an LSOA that lacks a group: it has no value there');
    else if (total !== null && counts.reduce((sum, count) => sum + count, 0) !== total) {
      notices.add('an LSOA whose groups do not sum to its total: both are kept as published');
    }
    return { areaCode, version: 'lsoas-2021', values: [total, ...counts] };
  });
  const figures: FigureColumn[] = [RESIDENTS, ...BROAD_GROUPS.map(groupCategory)].map((category) => ({
    category,
    month: CENSUS_MONTH,
  }));
  const title = 'residents by ethnic group and LSOA, census of 2021';
  const series = toRuns(rows, figures, PUBLISHER);
  return asReadText(table, { series, notices: notices.counts(), recognisedAs: title });
}

/** What a row states of which group, or why it cannot be used. */
function readRow(row: TableRow): KeyedRow<Residents> | string {
  const areaCode = row.value('lsoa21_code');
  if (!LSOA.test(areaCode)) return 'no code of an LSOA such as E01000907';
  const group = row.value('ethnic_group');
  if (!BROAD_GROUPS.includes(group)) return 'a group that is none of the five broad ones of the census of 2021';
  const [count, total] = [wholeNumber(row.value('n')), wholeNumber(row.value('total_residents'))];
  const isRead = count !== null && total !== null;
  const stated = isRead
    ? { areaCode, group, count, total }
    : { unreadable: 'a number of residents that is no whole number' };
  return { row, key: `${areaCode} ${group}`, stated };
}
