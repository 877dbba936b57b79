import { z } from 'zod';
import type { BoundaryVersion } from '../../geography/index.ts';
import { isMonth, type Month } from '../../lib/calendar/month.ts';
import type { Lake } from '../../platform/lake/index.ts';
import type { TallyRow } from '../street/tally.ts';
import { quoted } from './rows-store.ts';

const monthCheck = z.custom<Month>((value) => typeof value === 'string' && isMonth(value));
const count = z.number();
const texts = z.array(z.string());
const tallyColumns = z.object({
  force: texts,
  month: z.array(monthCheck),
  type: texts,
  ward: texts,
  count: z.array(count),
});

/** Column of the lake with the ward of one version. */
export const wardColumn = (version: BoundaryVersion): string => version.replace('wards-', 'ward_');
/** SQL of a coordinate in ten-millionths of a degree. */
const E7 = (column: string): string => `try_cast(round(try_cast(${column} as double) * 1e7) as integer)`;

/** Makes the table `point` of points whose wards are known, which grows batch by batch. */
export async function createPoints(lake: Lake, versions: readonly BoundaryVersion[]): Promise<void> {
  const wards = versions.map((version) => `${wardColumn(version)} varchar`);
  await lake.query(`create table point (x integer, y integer, ${wards.join(', ')})`);
}

/** Points of the batch's usable rows whose wards are not known yet, in ten-millionths of a degree. */
export async function newPoints(lake: Lake): Promise<{ x: Int32Array; y: Int32Array }> {
  const { x = [], y = [] } = await lake.columns(`
    select x, y from (
      select distinct ${E7('longitude')} as x, ${E7('latitude')} as y
      from raw join named on named.row_at = raw.rowid where longitude is not null)
    anti join point using (x, y)`);
  return { x: Int32Array.from(x, Number), y: Int32Array.from(y, Number) };
}

/** Adds points with the code of their ward (null for none) in each version. */
export async function addPoints(
  lake: Lake,
  points: { x: Int32Array; y: Int32Array },
  wards: readonly (string | null)[][],
): Promise<void> {
  await lake.append('point', [
    { type: 'integer', values: points.x },
    { type: 'integer', values: points.y },
    ...wards.map((values) => ({ type: 'varchar' as const, values })),
  ]);
}

/** Makes the table `placed`: each usable row with its force, month, categories and wards. */
export async function placeRows(lake: Lake, versions: readonly BoundaryVersion[]): Promise<void> {
  const wards = versions.map((version) => `point.${wardColumn(version)}`).join(', ');
  await lake.query(`
    create or replace table placed as
    select named.row_at, named.entry, named.force, named.month, named.categories,
      raw.longitude is not null as located, ${wards}
    from named join raw on raw.rowid = named.row_at
    left join point on point.x = ${E7('raw.longitude')} and point.y = ${E7('raw.latitude')}`);
}

/** Located rows of the batch by force, month, category and ward of one version; a row counts in all its categories. */
export async function tallyWards(lake: Lake, version: BoundaryVersion): Promise<TallyRow[]> {
  const ward = wardColumn(version);
  return tallied(
    lake,
    `select force, month, unnest(categories) as type, ${ward} as ward from placed
    where ${ward} is not null`,
  );
}

/** Rows of the batch by force, month and category, wherever they lie; the ward stays empty. */
export async function tallyForces(lake: Lake): Promise<TallyRow[]> {
  return tallied(lake, `select force, month, unnest(categories) as type, '' as ward from placed`);
}

async function tallied(lake: Lake, rows: string): Promise<TallyRow[]> {
  const found = tallyColumns.parse(
    await lake.columns(`
      select force, month, type, ward, count(*)::integer as count from (${rows}) group by all`),
  );
  return found.ward.map((ward, at) => ({
    force: found.force[at] as string,
    month: found.month[at] as Month,
    type: found.type[at] as string,
    ward,
    count: found.count[at] as number,
  }));
}

/** Rows of the batch that have no point, and those whose point lies in no ward of each version. */
export async function countUnplaced(
  lake: Lake,
  versions: readonly BoundaryVersion[],
): Promise<{ unlocated: number; outside: number[] }> {
  const outside = versions.map((version) => `count(*) filter (located and ${wardColumn(version)} is null)`);
  const [row] = await lake.query(`
    select count(*) filter (not located) as unlocated, [${outside.join(', ')}] as outside from placed`);
  return z.object({ unlocated: count, outside: z.array(count) }).parse(row);
}

/** Usable rows of the batch by entry, force and month. */
export async function usableMonths(lake: Lake): Promise<EntryMonth[]> {
  const rows = await lake.query(`
    select entry, force, month, count(*)::integer as "rows" from placed group by all order by all`);
  return z.array(z.object({ entry: count, force: z.string(), month: monthCheck, rows: count })).parse(rows);
}

/** Rows of one force and month in one entry of a batch. */
export interface EntryMonth {
  entry: number;
  force: string;
  month: Month;
  rows: number;
}

/** Writes the rows of one entry, force and month as Parquet: the columns, what they mean, the force and the wards. */
export async function writeMonth(
  lake: Lake,
  { entry, force, month }: Pick<EntryMonth, 'entry' | 'force' | 'month'>,
  { columns, meant, versions }: { columns: readonly string[]; meant: readonly string[]; versions: BoundaryVersion[] },
  path: string,
): Promise<void> {
  const originals = columns.map((column) =>
    column === 'longitude' || column === 'latitude'
      ? `try_cast(raw.${column} as double) as ${column}`
      : `raw.${column}`,
  );
  const added = [...meant.map((column) => `named.${column}`), 'placed.force'];
  const wards = versions.map((version) => `placed.${wardColumn(version)}`);
  await lake.query(`
    copy (
      select ${[...originals, ...added, ...wards].join(', ')}
      from raw join placed on placed.row_at = raw.rowid join named on named.row_at = raw.rowid
      where raw.entry = ${entry} and placed.entry = ${entry} and named.entry = ${entry}
        and placed.force = ${quoted(force)} and placed.month = ${quoted(month)})
    to ${quoted(path)} (format parquet, compression zstd, compression_level 1)`);
}
