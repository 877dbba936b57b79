import { z } from 'zod';
import type { BoundaryVersion } from '../../geography/index.ts';
import type { Lake } from '../../platform/lake/index.ts';
import { asTenMillionths, type Points, pointsNotKnown, readTally, wardColumn } from '../incidents/points-store.ts';
import { quoted } from '../incidents/rows-store.ts';
import type { TallyRow } from '../street/tally.ts';

/** Opens Parquet files of one import and kind as the view `held`. */
export async function openHeld(lake: Lake, paths: readonly string[]): Promise<void> {
  await lake.query(`
    create or replace view held as
    select *, ${asTenMillionths('longitude')} as x, ${asTenMillionths('latitude')} as y
    from read_parquet([${paths.map(quoted).join(', ')}])`);
}

/** The different texts of a column of the view `held`. */
export async function distinctHeld(lake: Lake, column: string): Promise<string[]> {
  const { text = [] } = await lake.columns(`select distinct ${column} as text from held where ${column} is not null`);
  return z.array(z.string()).parse(text);
}

/** Points of the view `held` that the table `point` has not, in ten-millionths of a degree. */
export async function newHeldPoints(lake: Lake): Promise<Points> {
  return pointsNotKnown(lake, 'select distinct x, y from held where longitude is not null');
}

/**
 * Incidents of the view `held` by force, month, category and ward of one version.
 * @param categories SQL of the list of categories a row counts in
 * @param from SQL of the view, with what is joined to it
 */
export async function tallyHeld(
  lake: Lake,
  version: BoundaryVersion,
  categories: string,
  from = 'held',
): Promise<TallyRow[]> {
  const ward = `point.${wardColumn(version)}`;
  return readTally(
    lake,
    `select force, month, type, ward, sum(incidents)::integer as count from (
      select force, month, unnest(categories) as type, ward, incidents from (
        select force, month, ${categories} as categories, ${ward} as ward, count(*) as incidents
        from ${from} join point on point.x = held.x and point.y = held.y where ${ward} is not null group by all))
    group by all`,
  );
}
