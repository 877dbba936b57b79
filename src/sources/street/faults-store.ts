import { z } from 'zod';
import type { Lake } from '../../platform/lake/index.ts';
import { countFaults, quoted } from '../incidents/rows-store.ts';
import type { ReasonCount } from '../model.ts';
import { COORDINATE_FAULT, FAULT, MAY_BE_AT_FAULT } from './kinds-store.ts';
import { COLUMNS } from './load-store.ts';

const count = z.number();
const ALL_COLUMNS = COLUMNS.join(', ');
const ALL_BUT_ID = COLUMNS.filter((column) => column !== 'crime_id').join(', ');

/**
 * Makes the table `fault` of the batch's rows that cannot be used, with their reasons: those of kinds left out whole,
 * those with coordinates at fault, and repeats of a crime with its ID.
 * @returns their number by reason
 */
export async function markFaults(lake: Lake): Promise<ReasonCount[]> {
  await lake.query('create or replace table fault (row_at bigint, reason varchar, is_without_id boolean)');
  const [some] = await lake.query('select 1 from kind where reason is not null or doubtful > 0 limit 1');
  // Most batches have none, and need no look at each of their rows.
  if (some !== undefined) await markFaultyRows(lake);
  await markRepeats(lake);
  return countFaults(lake);
}

async function markFaultyRows(lake: Lake): Promise<void> {
  await lake.query(`
    insert into fault
    select row_at, reason, is_without_id from (
      select raw.rowid as row_at, coalesce(kind.reason, ${COORDINATE_FAULT}) as reason,
        kind.reason is null and crime_id is null as is_without_id
      from raw join kind on kind.entry = raw.entry and kind.month is not distinct from raw.month
        and kind.reported_by is not distinct from raw.reported_by
        and kind.crime_type is not distinct from raw.crime_type
      where kind.reason is not null or ${MAY_BE_AT_FAULT})
    where reason is not null`);
}

/**
 * Makes the table `twin` of usable rows whose crime ID stands in several rows of their file, and marks as repeats those
 * that are identical to one before them. Rows are told apart by a hash first: a few that are no twins may come along,
 * and the columns themselves decide.
 */
async function markRepeats(lake: Lake): Promise<void> {
  await lake.query(`
    create or replace table twin as
    select raw.rowid as row_at, raw.* from raw anti join fault on fault.row_at = raw.rowid
    where crime_id is not null and hash(entry, crime_id) in (
      select hash(entry, crime_id) as mark from raw where crime_id is not null group by mark having count(*) > 1)`);
  await lake.query(`
    insert into fault
    select row_at, ${quoted(FAULT.same)}, false from (
      select row_at, row_number() over (partition by entry, ${ALL_COLUMNS} order by row_at) as turn from twin)
    where turn > 1`);
}

const limits = z.object({ withoutId: count, sharedIds: count, unlocated: count });

/** Rows that can be used but have a limit. */
export type Limits = z.infer<typeof limits> & { unproved: number };

/**
 * Counts rows that can be used but have a limit: no crime ID, repeats that cannot be proved for want of one, an ID that
 * other crimes have too, no location. Rows left out as repeats count as unlocated too, as they do in the file.
 */
export async function countLimits(lake: Lake): Promise<Limits> {
  const found = await lake.query(`
    select
      ((select coalesce(sum(without_id), 0) from kind where reason is null)
        - (select count(*) from fault where is_without_id))::integer as "withoutId",
      (select coalesce(sum(same - 1), 0)::integer from (
        select count(*) as same from twin anti join fault on fault.row_at = twin.row_at
        group by entry, crime_id)) as "sharedIds",
      (select coalesce(sum(unlocated), 0)::integer from kind where reason is null) as unlocated`);
  const [row = { withoutId: 0, sharedIds: 0, unlocated: 0 }] = z.array(limits).parse(found);
  return { ...row, unproved: row.withoutId === 0 ? 0 : await countUnproved(lake) };
}

/** Rows identical to another of their file, without a crime ID; told apart by a hash first, as repeats are. */
async function countUnproved(lake: Lake): Promise<number> {
  const found = await lake.query(`
    select coalesce(sum(same - 1), 0)::integer as count from (
      select count(*) as same from raw anti join fault on fault.row_at = raw.rowid
      where crime_id is null and hash(entry, ${ALL_BUT_ID}) in (
        select hash(entry, ${ALL_BUT_ID}) as mark from raw where crime_id is null group by mark having count(*) > 1)
      group by entry, ${ALL_BUT_ID})`);
  return z.array(z.object({ count })).parse(found)[0]?.count ?? 0;
}
