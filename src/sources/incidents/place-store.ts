import { z } from 'zod';
import type { BoundaryVersion } from '../../geography/index.ts';
import type { Lake } from '../../platform/lake/index.ts';
import type { TallyRow } from '../street/tally.ts';
import {
  asDegrees,
  asTenMillionths,
  monthCheck,
  type Points,
  pointsNotKnown,
  readTally,
  wardColumn,
} from './points-store.ts';
import { quoted } from './rows-store.ts';
import type { EntryMonth } from './write-months-importer.ts';

const count = z.number();
const E7 = (column: string): string => asTenMillionths(asDegrees(column));

/** Points of the batch's usable rows whose wards are not known yet. */
export async function newPoints(lake: Lake): Promise<Points> {
  return pointsNotKnown(
    lake,
    `select distinct ${E7('longitude')} as x, ${E7('latitude')} as y
    from raw join named on named.row_at = raw.rowid where longitude is not null`,
  );
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
  return readTally(lake, `select force, month, type, ward, count(*)::integer as count from (${rows}) group by all`);
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

/** Writes the rows of one entry, force and month as Parquet: the columns, what they mean, the force and the wards. */
export async function writeMonth(
  lake: Lake,
  { entry, force, month }: Pick<EntryMonth, 'entry' | 'force' | 'month'>,
  { columns, meant, versions }: { columns: readonly string[]; meant: readonly string[]; versions: BoundaryVersion[] },
  path: string,
): Promise<void> {
  const originals = columns.map((column) =>
    column === 'longitude' || column === 'latitude' ? `${asDegrees(`raw.${column}`)} as ${column}` : `raw.${column}`,
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
