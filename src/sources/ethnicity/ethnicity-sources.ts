import type { TextSource } from '../text-source.ts';
import { readEthnicityByLsoa } from './read-by-lsoa.ts';
import { GROUPS_BY_WARD, readEthnicityByWard } from './read-by-ward.ts';

const LONG = ['lsoa21_code', 'total_residents', 'ethnic_group', 'n'];

/** Residents by broad ethnic group at the census of 2021, by LSOA (a row for each group) or by ward (a row each). */
export const ETHNICITY: TextSource = {
  kind: 'ethnicity',
  title: 'residents by ethnic group, census of 2021',
  reads: 'residents by ethnic group of the census of 2021 by LSOA or ward',
  knows: (head) => head.kind === 'csv' && (isLong(head.columns) || isWide(head.columns)),
  read: (text) => (isLong(firstLine(text)) ? readEthnicityByLsoa(text) : readEthnicityByWard(text)),
};

function isLong(columns: readonly string[]): boolean {
  return LONG.every((column) => columns.includes(column));
}

function isWide(columns: readonly string[]): boolean {
  return columns.includes('WD24CD') && GROUPS_BY_WARD.some((group) => columns.includes(group));
}

function firstLine(text: string): string[] {
  const line = text.slice(text.startsWith('\uFEFF') ? 1 : 0).split(/\r?\n/, 1)[0] ?? '';
  return line.split(',').map((column) => column.trim());
}
