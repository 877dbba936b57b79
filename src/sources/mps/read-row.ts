import { type BoundaryVersion, boroughByName } from '../../geography/index.ts';
import type { Month } from '../../lib/calendar/month.ts';
import { categoryKey, slug } from '../../measures/index.ts';
import { isTooLong, TOO_LONG } from '../longest-name.ts';
import { isOfOtherCensus } from '../mps-lsoa/lsoa-version-of.ts';
import { MPS_COLUMNS } from '../recognition/known-layouts.ts';
import type { Place } from './place.ts';
import { readCount } from './read-count.ts';
import { type MonthlyRow, PUBLISHER } from './to-series.ts';
import { REFERENCE_WARDS } from './ward-version-of.ts';

/** What the areas of a file are. */
export type Level = 'ward' | 'borough' | 'lsoa';

export const OTHER_WARDS = 'a ward of another boundary set than the rest of the file';
const OTHER_CENSUS = 'an LSOA of another census than the rest of the file';
const WARD_CODE = /^E05\d{6}$/;
const LSOA_CODE = /^E01\d{6}$/;

/** Where a file has its columns. */
export interface Layout {
  major: number;
  minor: number;
  borough: number;
  wardCode: number;
  lsoaCode: number;
  level: Level;
}

export function readLayout(header: string[], level: Level): Layout {
  const at = (names: readonly string[]): number => header.findIndex((column) => names.includes(column));
  return {
    major: at(MPS_COLUMNS.major),
    minor: at(MPS_COLUMNS.minor),
    borough: at(MPS_COLUMNS.borough),
    wardCode: at(MPS_COLUMNS.wardCode),
    lsoaCode: at(MPS_COLUMNS.lsoaCode),
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
export function nameRow(fields: readonly string[], layout: Layout, version: BoundaryVersion): NamedRow {
  const field = (column: number): string => (fields[column] ?? '').trim();
  const [major, minor] = [field(layout.major), field(layout.minor)];
  const place = {
    ward: () => wardPlace(field(layout.wardCode), version),
    lsoa: () => lsoaPlace(field(layout.lsoaCode), version),
    borough: () => boroughPlace(field(layout.borough)),
  }[layout.level]();
  const isNamed = [major, minor].every((name) => slug(name) !== '' && !isTooLong(name));
  const category = isNamed ? categoryKey(PUBLISHER, major, minor) : null;
  return { place, category, borough: field(layout.borough) };
}

/** The counts of a row, or why it cannot be used. */
export function readRow(
  fields: readonly string[],
  { place, category }: NamedRow,
  months: { month: Month; column: number }[],
): MonthlyRow | string {
  if (fields.some(isTooLong)) return TOO_LONG;
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

/** Whether a row is left out because its area is of another set than the file: it states nothing the file lacks. */
export function isOtherSet(place: Place | string): boolean {
  return place === OTHER_WARDS || place === OTHER_CENSUS;
}

function wardPlace(code: string, version: BoundaryVersion): Place | string {
  if (!WARD_CODE.test(code)) return 'no ward code such as E05013669';
  return REFERENCE_WARDS.some((each) => each.version !== version && each.codes.has(code))
    ? OTHER_WARDS
    : { areaCode: code, version };
}

/** The place of an LSOA in a file of one census's LSOAs; a reason when it is none. */
export function lsoaPlace(code: string, version: BoundaryVersion): Place | string {
  if (!LSOA_CODE.test(code)) return 'no LSOA code such as E01000907';
  return isOfOtherCensus(code, version) ? OTHER_CENSUS : { areaCode: code, version };
}

function boroughPlace(name: string): Place | string {
  if (slug(name) === '') return 'no borough';
  if (isTooLong(name)) return TOO_LONG;
  const borough = boroughByName(name);
  return borough ? { areaCode: borough.code, version: 'boroughs-2022' } : { areaCode: slug(name), version: 'unplaced' };
}
