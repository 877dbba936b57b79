import type { BoundaryVersion } from '../../geography/index.ts';
import type { Month } from '../../lib/calendar/month.ts';
import { type CsvRecord, csvRecords } from '../../lib/tables/index.ts';
import { CATALOGUE, sumsCategory } from '../../measures/index.ts';
import { reasonCounter, totalOf } from '../count-reasons.ts';
import { type LeftOutRows, leftOutRows } from '../left-out-rows.ts';
import type { ReasonCount } from '../model.ts';
import { lsoaVersionOf } from '../mps-lsoa/lsoa-version-of.ts';
import { WRONG_NUMBER, whyNotWhole } from '../read-table.ts';
import { type KeyedRow, settleRepeats } from '../settle-repeats.ts';
import type { ReadText, RefusedText } from '../text-source.ts';
import type { Doubt } from './doubtful.ts';
import { readMonthColumns } from './read-month-columns.ts';
import { isOtherSet, type Level, type NamedRow, nameRow, readLayout, readRow } from './read-row.ts';
import { type MonthlyRow, toSeries } from './to-series.ts';
import { tooManyNames } from './too-many-names.ts';
import { type KnownWards, wardVersionOf } from './ward-version-of.ts';

/**
 * Reads a wide monthly file of the Metropolitan Police, by ward, borough or LSOA: one row for each area and offence,
 * one column for each month. An offence without a row for an area was not recorded there: zero for the file's months.
 * Places that are no borough, such as "Unknown" and the airports, are kept apart as "unplaced".
 * What a row left out states, or may state, has no value.
 * @param text the whole file
 * @param held codes of areas whose boundaries are held, for a file whose own codes do not tell their set
 * @param now the present month
 */
export function readMonthlyFile(text: string, level: Level, held: KnownWards, now: Month): ReadText | RefusedText {
  const records = csvRecords(text);
  const header = readHeader(records);
  const columns = readMonthColumns(header, now);
  if (columns.kind === 'refused') return columns;
  const layout = readLayout(header, level);
  const version = versionOf(text, level, held);
  if (version === null) {
    return {
      kind: 'refused',
      because: `has ${level === 'lsoa' ? 'LSOA' : level} codes of no boundary set Wardroom knows: import the boundaries of its ${level === 'lsoa' ? 'LSOA' : level}s first`,
    };
  }
  const { refused, rows, doubts, rowsRead, last } = readRows(records, header, (fields) => {
    const named = nameRow(fields, layout, version);
    return { named, read: readRow(fields, named, columns.months) };
  });
  const notWhole = whyNotWhole(last, header.length, text);
  if (notWhole !== null) return notWhole;
  if (rows.size === 0) {
    const [most] = refused.counts();
    return { kind: 'refused', because: `has no row that can be used (${most?.reason}): download it again` };
  }
  const months = columns.months.map(({ month }) => month);
  const counts = refused.counts();
  const used = [...rows.values()];
  const believed = trusted(doubts, used);
  const wrong = tooManyNames([...used, ...believed]);
  if (wrong !== null) return wrong;
  const { doubtful, ...series } = toSeries(used, months, believed);
  return {
    kind: 'read',
    rowsRead,
    rowsUsed: rowsRead - totalOf(counts),
    refused: counts,
    refusedRows: refused.rows(),
    notices: noticesOf(used, doubtful),
    ...series,
    boundaryVersions: [version],
  };
}

function versionOf(text: string, level: Level, held: KnownWards): BoundaryVersion | null {
  if (level === 'borough') return 'boroughs-2022';
  return level === 'ward' ? wardVersionOf(text, held) : lsoaVersionOf(text, held);
}

interface ReadRows {
  rowsRead: number;
  rows: Map<string, MonthlyRow>;
  refused: LeftOutRows;
  doubts: (Doubt & { shifted: boolean })[];
  /** null when there is none. */
  last: Pick<CsvRecord, 'fields'> | null;
}

function readRows(
  records: Iterable<CsvRecord>,
  header: readonly string[],
  readFields: (fields: readonly string[]) => { named: NamedRow; read: MonthlyRow | string },
): ReadRows {
  const all: ReadRows = { rowsRead: 0, rows: new Map(), refused: leftOutRows(), doubts: [], last: null };
  const keyed: KeyedRow<MonthlyRow>[] = [];
  for (const record of records) {
    const { fields, line, raw } = record;
    all.rowsRead += 1;
    all.last = { fields };
    const shifted = fields?.length !== header.length;
    const { named, read } = readFields(fields ?? []);
    if (typeof read === 'string' || shifted) {
      all.refused.add(record, shifted ? WRONG_NUMBER : String(read));
      if (isInDoubt(fields, named)) all.doubts.push({ ...asDoubt(named), shifted });
      continue;
    }
    const key = `${read.place.areaCode}\n${named.borough}\n${read.category}`;
    keyed.push({ row: { line, raw }, key, stated: read });
  }
  all.rows = settleRepeats(keyed, all.refused);
  for (const { key, stated } of keyed) {
    if (!all.rows.has(key) && 'counts' in stated) all.doubts.push({ ...stated, shifted: false });
  }
  return all;
}

function readHeader(records: Iterator<CsvRecord, unknown>): string[] {
  const first = records.next();
  return first.done ? [] : (first.value.fields ?? []).map((column) => column.trim());
}

/** Whether a row left out may state a count: one without a word in it does not, nor one of wards the file is not of. */
function isInDoubt(fields: CsvRecord['fields'], { place }: NamedRow): boolean {
  return !isOtherSet(place) && !(fields?.every((field) => field.trim() === '') ?? false);
}

function asDoubt({ place, category }: NamedRow): Doubt {
  return { place: typeof place === 'string' ? null : place, category };
}

/** In a row with too few or too many columns, names may stand in the wrong place: only those of other rows are believed. */
function trusted(doubts: readonly (Doubt & { shifted: boolean })[], rows: readonly MonthlyRow[]): Doubt[] {
  const areas = new Set(rows.map(({ place }) => place.areaCode));
  const categories = new Set(rows.map(({ category }) => category));
  return doubts.map(({ place, category, shifted }) => ({
    place: shifted && place !== null && !areas.has(place.areaCode) ? null : place,
    category: shifted && category !== null && !categories.has(category) ? null : category,
  }));
}

function noticesOf(rows: readonly MonthlyRow[], doubtful: number): ReasonCount[] {
  const notices = reasonCounter();
  notices.add('an area and offence without a value, because a row left out states it or may do so', doubtful);
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
