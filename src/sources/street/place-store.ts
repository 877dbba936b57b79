import { z } from 'zod';
import type { BoundaryVersion } from '../../geography/index.ts';
import type { Lake } from '../../platform/lake/index.ts';
import { monthCheck, type Points, pointsNotKnown, readTally, wardColumn } from '../incidents/points-store.ts';
import { quoted } from '../incidents/rows-store.ts';
import { FAULT } from './kinds-store.ts';
import { COLUMNS } from './load-store.ts';
import type { TallyRow } from './tally.ts';

const count = z.number();

/** Points of the batch whose wards are not known yet. */
export async function newPoints(lake: Lake): Promise<Points> {
  return pointsNotKnown(
    lake,
    'select distinct x, y from raw anti join fault on fault.row_at = raw.rowid where longitude is not null',
  );
}

/**
 * Makes the table `placed`, a row for each of `raw` and in its order, so that the two can be read side by side: the
 * row's kind (null when it cannot be used), whether it repeats another, and its wards. The table `landed` counts the usable
 * rows and repeats by all of these.
 */
export async function placePoints(lake: Lake, versions: readonly BoundaryVersion[]): Promise<void> {
  const wards = versions.map((version) => `point.${wardColumn(version)}`).join(', ');
  await lake.query(`
    create or replace table placed as
    select raw.rowid as row_at, raw.entry as entry,
      case when fault.reason is null or fault.reason = ${quoted(FAULT.same)} then kind.id end as kind,
      raw.longitude is not null as located, fault.reason is not null as repeat, ${wards}
    from raw
    left join (select * from kind where reason is null) as kind on kind.entry = raw.entry and kind.month = raw.month
      and kind.reported_by = raw.reported_by and kind.crime_type = raw.crime_type
    left join fault on fault.row_at = raw.rowid
    left join point on point.x = raw.x and point.y = raw.y
    order by raw.rowid`);
  const columns = versions.map(wardColumn).join(', ');
  await lake.query(`
    create or replace table landed as
    select kind as id, repeat, located, ${columns}, count(*) as incidents,
      min(row_at) as first, max(row_at) as last
    from placed where kind is not null group by all`);
}

/** Located incidents of the batch by force, month, type and ward of one version. */
export async function tallyWards(lake: Lake, version: BoundaryVersion): Promise<TallyRow[]> {
  return readTally(
    lake,
    `select force, month, type, ${wardColumn(version)} as ward, sum(incidents)::integer as count
    from landed join kind using (id) where not repeat and ward is not null group by all`,
  );
}

/** Rows of the batch, repeats among them, whose point lies in no ward of a version. */
export async function countOutside(lake: Lake, version: BoundaryVersion): Promise<number> {
  const rows = await lake.query(`
    select coalesce(sum(incidents), 0)::integer as count
    from landed where located and ${wardColumn(version)} is null`);
  return z.array(z.object({ count })).parse(rows)[0]?.count ?? 0;
}

const entryMonth = z.object({
  entry: count,
  force: z.string(),
  month: monthCheck,
  rows: count,
  kinds: z.array(count),
  first: count,
  last: count,
});

/** Usable rows of one entry of the batch, force and month, the kinds they are of, and the first and last row. */
export type EntryMonth = z.infer<typeof entryMonth>;

/** Usable rows of the batch by entry, force and month. */
export async function usableMonths(lake: Lake): Promise<EntryMonth[]> {
  const rows = await lake.query(`
    select entry, force, month, sum(incidents)::integer as "rows", list(id order by id) as kinds,
      min(first) as first, max(last) as last
    from (
      select id, sum(incidents) as incidents, min(first) as first, max(last) as last
      from landed where not repeat group by id) join kind using (id)
    group by entry, force, month order by entry, force, month`);
  return z.array(entryMonth).parse(rows);
}

/** Columns of the lake that are numbers, by those that hold them. */
const NUMBERS = new Map<string, string>([
  ['longitude', 'east'],
  ['latitude', 'north'],
]);

/** Writes the incidents of one entry, force and month as Parquet: the twelve columns, the force, the wards. */
export async function writeMonth(
  lake: Lake,
  { entry, force, kinds, rows, first, last }: EntryMonth,
  versions: readonly BoundaryVersion[],
  path: string,
): Promise<void> {
  const columns = COLUMNS.map((column) => `${NUMBERS.get(column) ?? column} as ${column}`);
  const wards = versions.map((version) => wardColumn(version));
  const written = await lake.query(`
    copy (
      select ${[...columns, `${quoted(force)} as force`, ...wards].join(', ')}
      from (select rowid as raw_at, * from raw where entry = ${entry} and rowid between ${first} and ${last})
      positional join (
        select * exclude (entry) from placed where entry = ${entry} and row_at between ${first} and ${last})
      where raw_at = row_at and not repeat and kind in (${kinds.join(', ')}))
    to ${quoted(path)} (format parquet, compression zstd, compression_level 1)`);
  const [result] = z.array(z.object({ Count: count })).parse(written);
  if (result?.Count !== rows) throw new RangeError(`${path} has ${result?.Count} rows instead of ${rows}.`);
}
