import { z } from 'zod';
import { isMonth, type Month } from '../../lib/calendar/month.ts';
import { fromE7 } from '../../lib/spatial/index.ts';
import type { Lake } from '../../platform/lake/index.ts';
import type { CountedIncidents } from './counted-area.ts';
import type { CountedSource } from './model.ts';
import type { Box, Points, PointsOfAreas } from './points-inside.ts';

const monthCheck = z.custom<Month>((value) => typeof value === 'string' && isMonth(value));
const texts = z.array(z.string());
const numbers = z.array(z.number());

/** What is counted by type: the column of each kind of incident that says it. */
const TYPE: Record<CountedSource, string> = {
  street: 'crime_type',
  'stop-and-search': "coalesce(object_group, 'not recorded')",
};
const UNITS = 1e7;
/** The same rounding as when incidents are placed in wards. */
const E7 = (column: string): string => `round(${column} * ${UNITS})::integer`;
const quoted = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** Makes the view `incident` of chosen files: month, force, type, longitude and latitude. */
export async function openIncidents(lake: Lake, source: CountedSource, paths: readonly string[]): Promise<void> {
  await lake.query(`
    create view incident as
    select month, force, ${TYPE[source]} as type, longitude, latitude
    from read_parquet([${paths.map(quoted).join(', ')}])`);
}

/** The types that the incidents have. */
export async function readTypes(lake: Lake): Promise<string[]> {
  const { type = [] } = await lake.columns('select distinct type from incident order by type');
  return texts.parse(type);
}

/** The different points of incidents in a box. */
export async function readPoints(lake: Lake, box: Box): Promise<Points> {
  const { x = [], y = [] } = await lake.columns(`
    select distinct ${E7('longitude')} as x, ${E7('latitude')} as y from incident where ${within(box)}`);
  return { x: Int32Array.from(x, Number), y: Int32Array.from(y, Number) };
}

/** A unit wider on each side than the points it is for, which are rounded to units. */
function within({ west, south, east, north }: Box): string {
  return `longitude between ${fromE7(west - 1)} and ${fromE7(east + 1)}
    and latitude between ${fromE7(south - 1)} and ${fromE7(north + 1)}`;
}

const countedColumns = z.object({
  area: numbers,
  month: z.array(monthCheck),
  force: texts,
  type: texts,
  incidents: numbers,
});

/**
 * Counts the incidents that lie on points of areas.
 * @param points each with the place of its area; a point may be in several areas, and counts in each
 * @param types those counted; null for all
 */
export async function countOnPoints(
  lake: Lake,
  points: PointsOfAreas,
  box: Box,
  types: readonly string[] | null,
): Promise<CountedIncidents[]> {
  await lake.query('create or replace table inside (area integer, x integer, y integer)');
  await lake.append('inside', [
    { type: 'integer', values: points.area },
    { type: 'integer', values: points.x },
    { type: 'integer', values: points.y },
  ]);
  const found = countedColumns.parse(
    await lake.columns(`
      select area, month, force, type, count(*)::integer as incidents from (
        select month, force, type, ${E7('longitude')} as x, ${E7('latitude')} as y from incident
        where ${within(box)} and ${ofTypes(types)})
      join inside using (x, y) group by all order by all`),
  );
  return found.area.map((area, at) => ({
    area,
    month: found.month[at] as Month,
    force: found.force[at] as string,
    type: found.type[at] as string,
    incidents: found.incidents[at] as number,
  }));
}

/** Incidents without a location by month. */
export async function countUnlocated(
  lake: Lake,
  types: readonly string[] | null,
): Promise<{ month: Month; incidents: number }[]> {
  const rows = await lake.query(`
    select month, count(*)::integer as incidents from incident
    where longitude is null and ${ofTypes(types)} group by month order by month`);
  return z.array(z.object({ month: monthCheck, incidents: z.number() })).parse(rows);
}

function ofTypes(types: readonly string[] | null): string {
  return types === null ? 'true' : `type in (${types.map(quoted).join(', ')})`;
}
