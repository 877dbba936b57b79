import { type BoundaryVersion, boroughByName } from '../../geography/index.ts';
import type { Month } from '../../lib/calendar/month.ts';
import { categoryKey, slug } from '../../measures/index.ts';
import { MPS_COLUMNS } from '../recognition/known-layouts.ts';
import type { Place } from './place.ts';
import { readCount } from './read-count.ts';
import { type MonthlyRow, PUBLISHER } from './to-series.ts';

export const OTHER_SET = 'a ward of another boundary set than the rest of the file';
const WARD_CODE = /^E05\d{6}$/;

/** Where a file has its columns. */
export interface Layout {
  major: number;
  minor: number;
  borough: number;
  wardCode: number;
  wardName: number;
  level: 'ward' | 'borough';
}

export function readLayout(header: string[], level: Layout['level']): Layout {
  const at = (names: readonly string[]): number => header.findIndex((column) => names.includes(column));
  return {
    major: at(MPS_COLUMNS.major),
    minor: at(MPS_COLUMNS.minor),
    borough: at(MPS_COLUMNS.borough),
    wardCode: at(MPS_COLUMNS.wardCode),
    wardName: at(MPS_COLUMNS.wardName),
    level,
  };
}

/** What a row says it counts, and where; a reason in place of a place that is none. */
export interface NamedRow {
  place: Place | string;
  category: string | null;
  /** A ward can have two rows for an offence when two commands police it, as Heathrow Villages does; both count. */
  borough: string;
}

/** Reads the names of a row, which may be one that cannot be used. */
export function nameRow(
  fields: readonly string[],
  layout: Layout,
  version: BoundaryVersion,
  otherWards: ReadonlySet<string>,
): NamedRow {
  const field = (column: number): string => (fields[column] ?? '').trim();
  const [major, minor] = [field(layout.major), field(layout.minor)];
  const place =
    layout.level === 'ward'
      ? wardPlace(field(layout.wardCode), version, otherWards)
      : boroughPlace(field(layout.borough));
  const category = slug(major) === '' || slug(minor) === '' ? null : categoryKey(PUBLISHER, major, minor);
  return { place, category, borough: field(layout.borough) };
}

/** The counts of a row, or why it cannot be used. */
export function readRow(
  fields: readonly string[],
  { place, category }: NamedRow,
  months: { month: Month; column: number }[],
): MonthlyRow | string {
  if (category === null) return 'no offence category';
  if (typeof place === 'string') return place;
  const counts: number[] = [];
  for (const { column } of months) {
    const count = readCount(fields[column] ?? '');
    if (typeof count === 'string') return count;
    counts.push(count);
  }
  return { place, category, counts };
}

function wardPlace(code: string, version: BoundaryVersion, otherWards: ReadonlySet<string>): Place | string {
  if (!WARD_CODE.test(code)) return 'no ward code such as E05013669';
  if (otherWards.has(code)) return OTHER_SET;
  return { areaCode: code, version };
}

function boroughPlace(name: string): Place | string {
  if (slug(name) === '') return 'no borough';
  const borough = boroughByName(name);
  return borough ? { areaCode: borough.code, version: 'boroughs-2022' } : { areaCode: slug(name), version: 'unplaced' };
}
