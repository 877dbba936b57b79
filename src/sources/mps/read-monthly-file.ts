import { type BoundaryVersion, boroughByName } from '../../geography/index.ts';
import type { Month } from '../../lib/calendar/month.ts';
import {
  CATALOGUE,
  type CategorySeries,
  categoryKey,
  type MonthCoverage,
  slug,
  sumsCategory,
} from '../../measures/index.ts';
import { reasonCounter, totalOf } from '../count-reasons.ts';
import { type CsvRecord, csvRecords } from '../csv-records.ts';
import { MPS_COLUMNS } from '../known-layouts.ts';
import type { ReasonCount } from '../model.ts';
import { readCount } from './read-count.ts';
import { readMonthColumns } from './read-month-columns.ts';
import { type MonthlyRow, type Place, PUBLISHER, toSeries } from './to-series.ts';
import { type KnownWards, REFERENCE_WARDS, wardVersionOf } from './ward-version-of.ts';

export interface MonthlyFile {
  kind: 'read';
  rowsRead: number;
  rowsUsed: number;
  refused: ReasonCount[];
  notices: ReasonCount[];
  series: CategorySeries[];
  coverage: MonthCoverage[];
  boundaryVersions: BoundaryVersion[];
  from: Month;
  to: Month;
}

type Refused = { kind: 'refused'; because: string };

const WARD_CODE = /^E05\d{6}$/;

/**
 * Reads a wide monthly file of the Metropolitan Police, ward-level or borough-level: one row for each area and offence,
 * one column for each month. An offence without a row for an area was not recorded there: zero for the file's months.
 * Places that are no borough, such as "Unknown" and the airports, are kept apart as "unplaced".
 * @param text the whole file
 * @param held codes of wards whose boundaries are held, for a ward file without wards of Camden or Islington
 */
export function readMonthlyFile(text: string, level: 'ward' | 'borough', held: KnownWards): MonthlyFile | Refused {
  const records = csvRecords(text);
  const header = readHeader(records);
  const columns = readMonthColumns(header);
  if (columns.kind === 'refused') return columns;
  const layout = readLayout(header, level);
  const version = level === 'ward' ? wardVersionOf(text, held) : 'boroughs-2022';
  if (version === null) {
    return {
      kind: 'refused',
      because: 'has ward codes of no boundary set Wardroom knows: import the boundaries of its wards first',
    };
  }
  const otherWards = new Set(
    REFERENCE_WARDS.filter((each) => each.version !== version).flatMap(({ codes }) => [...codes]),
  );
  const refused = reasonCounter();
  const rows: MonthlyRow[] = [];
  const seen = new Set<string>();
  let rowsRead = 0;
  for (const { fields } of records) {
    rowsRead += 1;
    const row =
      fields && fields.length === header.length ? readRow(fields, layout, columns.months, version, otherWards) : WRONG;
    if (typeof row === 'string') refused.add(row);
    else if (seen.has(row.key)) refused.add('a second row for the same area and offence');
    else {
      seen.add(row.key);
      rows.push(row);
    }
  }
  if (rowsRead === 0) return { kind: 'refused', because: 'has column names but no rows: download it again' };
  if (rows.length === 0) {
    const [most] = refused.counts();
    return { kind: 'refused', because: `has no row that can be used (${most?.reason}): download it again` };
  }
  const months = columns.months.map(({ month }) => month);
  const counts = refused.counts();
  return {
    kind: 'read',
    rowsRead,
    rowsUsed: rowsRead - totalOf(counts),
    refused: counts,
    notices: noticesOf(rows),
    ...toSeries(rows, months),
    boundaryVersions: [version],
  };
}

const WRONG = 'a number of columns that is not the header’s';

function readHeader(records: Iterator<CsvRecord, unknown>): string[] {
  const first = records.next();
  return first.done ? [] : (first.value.fields ?? []).map((column) => column.trim());
}

interface Layout {
  major: number;
  minor: number;
  borough: number;
  wardCode: number;
  wardName: number;
  level: 'ward' | 'borough';
}

function readLayout(header: string[], level: Layout['level']): Layout {
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

function readRow(
  fields: string[],
  layout: Layout,
  months: { month: Month; column: number }[],
  version: BoundaryVersion,
  otherWards: ReadonlySet<string>,
): (MonthlyRow & { key: string }) | string {
  const field = (column: number): string => (fields[column] ?? '').trim();
  const [major, minor] = [field(layout.major), field(layout.minor)];
  if (slug(major) === '' || slug(minor) === '') return 'no offence category';
  const place =
    layout.level === 'ward'
      ? wardPlace(field(layout.wardCode), version, otherWards)
      : boroughPlace(field(layout.borough));
  if (typeof place === 'string') return place;
  const counts: number[] = [];
  for (const { column } of months) {
    const count = readCount(fields[column] ?? '');
    if (typeof count === 'string') return count;
    counts.push(count);
  }
  const category = categoryKey(PUBLISHER, major, minor);
  // A ward can have two rows for an offence when two commands police it, as Heathrow Villages does; both count.
  return { place, category, counts, key: `${place.areaCode}\n${field(layout.borough)}\n${category}` };
}

function wardPlace(code: string, version: BoundaryVersion, otherWards: ReadonlySet<string>): Place | string {
  if (!WARD_CODE.test(code)) return 'no ward code such as E05013669';
  if (otherWards.has(code)) return 'a ward of another boundary set than the rest of the file';
  return { areaCode: code, version };
}

function boroughPlace(name: string): Place | string {
  if (slug(name) === '') return 'no borough';
  const borough = boroughByName(name);
  return borough ? { areaCode: borough.code, version: 'boroughs-2022' } : { areaCode: slug(name), version: 'unplaced' };
}

function noticesOf(rows: MonthlyRow[]): ReasonCount[] {
  const notices = reasonCounter();
  const measured = new Map<string, boolean>();
  for (const { place, category } of rows) {
    if (place.version === 'unplaced') notices.add('an area that is no borough, kept apart as not placed');
    if (!measured.has(category))
      measured.set(
        category,
        CATALOGUE.some((measure) => sumsCategory(measure, category)),
      );
    if (measured.get(category) === false)
      notices.add(`an offence no measure counts yet: ${category.split('/').at(-1)}`);
  }
  return notices.counts();
}
