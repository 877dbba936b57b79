import { z } from 'zod';
import type { BoundaryVersion } from '../../geography/index.ts';
import { isMonth, type Month } from '../../lib/calendar/month.ts';
import type { Lake } from '../../platform/lake/index.ts';
import { wardColumn } from '../incidents/points-store.ts';
import { quoted } from '../incidents/rows-store.ts';
import type { TallyRow } from '../street/tally.ts';

const texts = z.array(z.string());
const tallyColumns = z.object({
  force: texts,
  month: z.array(z.custom<Month>((value) => typeof value === 'string' && isMonth(value))),
  type: texts,
  ward: texts,
  count: z.array(z.number()),
});
/** The same rounding as when incidents were read from their CSV. */
const E7 = (column: string): string => `try_cast(round(${column} * 1e7) as integer)`;

/** Opens Parquet files of one import and kind as the view `held`. */
export async function openHeld(lake: Lake, paths: readonly string[]): Promise<void> {
  await lake.query(`
    create or replace view held as
    select *, ${E7('longitude')} as x, ${E7('latitude')} as y
    from read_parquet([${paths.map(quoted).join(', ')}])`);
}

/** The different texts of a column of the view `held`. */
export async function distinctHeld(lake: Lake, column: string): Promise<string[]> {
  const { text = [] } = await lake.columns(`select distinct ${column} as text from held where ${column} is not null`);
  return texts.parse(text);
}

/** Points of the view `held` that the table `point` has not, in ten-millionths of a degree. */
export async function newHeldPoints(lake: Lake): Promise<{ x: Int32Array; y: Int32Array }> {
  const { x = [], y = [] } = await lake.columns(`
    select x, y from (select distinct x, y from held where longitude is not null) anti join point using (x, y)`);
  return { x: Int32Array.from(x, Number), y: Int32Array.from(y, Number) };
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
  const found = tallyColumns.parse(
    await lake.columns(`
      select force, month, type, ward, sum(incidents)::integer as count from (
        select force, month, unnest(categories) as type, ward, incidents from (
          select force, month, ${categories} as categories, ${ward} as ward, count(*) as incidents
          from ${from} join point on point.x = held.x and point.y = held.y where ${ward} is not null group by all))
      group by all`),
  );
  return found.ward.map((code, at) => ({
    force: found.force[at] as string,
    month: found.month[at] as Month,
    type: found.type[at] as string,
    ward: code,
    count: found.count[at] as number,
  }));
}
