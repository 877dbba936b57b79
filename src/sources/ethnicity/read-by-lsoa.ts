import { type AreaRow, asReadText, type Figure } from '../context/area-rows.ts';
import { wholeNumber } from '../context/plain-number.ts';
import { toRuns } from '../context/to-runs.ts';
import { reasonCounter } from '../count-reasons.ts';
import { readTable, type Table, type TableRow } from '../read-table.ts';
import type { ReadText, RefusedText } from '../text-source.ts';
import { BROAD_GROUPS, CENSUS_MONTH, groupCategory, PUBLISHER, RESIDENTS } from './census-figures.ts';

const LSOA = /^[EW]01\d{6}$/;
const DIFFERENT = 'a group given again with a different number, so neither is used';

interface Area {
  totals: Set<number>;
  /** Residents by group; null where rows that disagree, or a row that cannot be read, leave none. */
  groups: Map<string, { row: TableRow; count: number } | null>;
}

/**
 * Reads residents by broad ethnic group and LSOA: one row for each group of each LSOA, which repeats the LSOA's total.
 * An LSOA whose rows disagree on the total has no total; a group whose row cannot be used has no value.
 */
export function readEthnicityByLsoa(text: string): ReadText | RefusedText {
  const table = readTable(text);
  if (table.kind === 'refused') return table;
  const areas = new Map<string, Area>();
  for (const row of table.rows) {
    const reason = addRow(areas, row, table);
    if (reason !== null) table.leftOut.add(row, reason);
  }
  const notices = reasonCounter();
  const rows = [...areas].map(([areaCode, { totals, groups }]): AreaRow => {
    const counts = BROAD_GROUPS.map((group) => groups.get(group)?.count ?? null);
    const [total = null] = totals.size === 1 ? [...totals] : [];
    if (totals.size > 1) notices.add('an LSOA whose rows give different totals: it has no total');
    const isWhole = counts.every((count) => count !== null);
    if (!isWhole) notices.add('an LSOA that lacks a group: it has no value there');
    else if (total !== null && counts.reduce((sum, count) => sum + count, 0) !== total) {
      notices.add('an LSOA whose groups do not sum to its total: both are kept as published');
    }
    return { areaCode, version: 'lsoas-2021', values: [total, ...counts] };
  });
  const figures: Figure[] = [RESIDENTS, ...BROAD_GROUPS.map(groupCategory)].map((category) => ({
    category,
    month: CENSUS_MONTH,
  }));
  const title = 'residents by ethnic group and LSOA, census of 2021';
  return asReadText(table, toRuns(rows, figures, PUBLISHER), notices.counts(), title);
}

/** Adds a row to its area; a reason when it cannot be used. */
function addRow(areas: Map<string, Area>, row: TableRow, { leftOut }: Table): string | null {
  const areaCode = row.value('lsoa21_code');
  if (!LSOA.test(areaCode)) return 'no code of an LSOA such as E01000907';
  const group = row.value('ethnic_group');
  if (!BROAD_GROUPS.includes(group)) return 'a group that is none of the five broad ones of the census of 2021';
  const area = areas.get(areaCode) ?? { totals: new Set<number>(), groups: new Map() };
  areas.set(areaCode, area);
  const [count, total] = [wholeNumber(row.value('n')), wholeNumber(row.value('total_residents'))];
  const before = area.groups.get(group);
  if (count === null || total === null) {
    if (before) leftOut.add(before.row, DIFFERENT);
    area.groups.set(group, null);
    return 'a number of residents that is no whole number';
  }
  if (before === undefined) {
    area.totals.add(total);
    area.groups.set(group, { row, count });
    return null;
  }
  if (before !== null && before.count === count && area.totals.has(total)) return 'given a second time';
  if (before !== null) leftOut.add(before.row, DIFFERENT);
  area.groups.set(group, null);
  return DIFFERENT;
}
