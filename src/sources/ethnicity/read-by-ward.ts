import { referenceAreas } from '../../geography/index.ts';
import { asReadText } from '../as-read-text.ts';
import { type AreaRow, type FigureColumn, readAreaRows } from '../context/area-rows.ts';
import { wholeNumber } from '../context/plain-number.ts';
import { toRuns } from '../context/to-runs.ts';
import { OTHER_WARDS } from '../mps/read-row.ts';
import { readTable, type TableRow } from '../read-table.ts';
import type { ReadText, RefusedText } from '../text-source.ts';
import { BROAD_GROUPS, CENSUS_MONTH, groupCategory, PUBLISHER, RESIDENTS } from './census-figures.ts';

/** Columns by which the table is known. */
export const GROUPS_BY_WARD = BROAD_GROUPS;

const WARD = /^E05\d{6}$/;

/**
 * Reads residents by broad ethnic group and ward: one row a ward, one column a group. The table gives no total, so the
 * residents of a ward are the sum of its five groups. The wards (WD24CD) are those of London since May 2022.
 */
export function readEthnicityByWard(text: string): ReadText | RefusedText {
  const table = readTable(text);
  if (table.kind === 'refused') return table;
  const missing = BROAD_GROUPS.find((group) => !table.columns.includes(group));
  if (missing !== undefined) return { kind: 'refused', because: `has lost its column "${missing}": download it again` };
  const figures: FigureColumn[] = [RESIDENTS, ...BROAD_GROUPS.map(groupCategory)].map((category) => ({
    category,
    month: CENSUS_MONTH,
  }));
  const older = new Set(referenceAreas('wards-2014').map(({ code }) => code));
  const rows = readAreaRows(table, (row) => readRow(row, older));
  const series = toRuns(rows, figures, PUBLISHER);
  return asReadText(table, { series, recognisedAs: 'residents by ethnic group and ward, census of 2021' });
}

function readRow(row: TableRow, older: ReadonlySet<string>): AreaRow | string {
  const areaCode = row.value('WD24CD');
  if (!WARD.test(areaCode)) return 'no ward code such as E05013669';
  if (older.has(areaCode)) return OTHER_WARDS;
  const counts: number[] = [];
  for (const group of BROAD_GROUPS) {
    const count = wholeNumber(row.value(group));
    if (count === null) return 'a group that has no whole number of residents';
    counts.push(count);
  }
  const residents = counts.reduce((sum, count) => sum + count, 0);
  return { areaCode, version: 'wards-2022', values: [residents, ...counts] };
}
