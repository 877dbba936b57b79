import { z } from 'zod';
import type { BoundaryVersion } from '../../geography/index.ts';
import { isMonth, type Month } from '../../lib/calendar/month.ts';
import type { Lake } from '../../platform/lake/index.ts';
import type { TallyRow } from '../street/tally.ts';

/** Points in ten-millionths of a degree, each x with the y of its position. */
export interface Points {
  x: Int32Array;
  y: Int32Array;
}

/** A month of the lake. */
export const monthCheck = z.custom<Month>((value) => typeof value === 'string' && isMonth(value));
const texts = z.array(z.string());
const tallyColumns = z.object({
  force: texts,
  month: z.array(monthCheck),
  type: texts,
  ward: texts,
  count: z.array(z.number()),
});

/** Column of the lake with the ward of one version. */
export const wardColumn = (version: BoundaryVersion): string => version.replace('wards-', 'ward_');

/** SQL of the number a text gives; null when it gives none. */
export const asDegrees = (column: string): string => `try_cast(${column} as double)`;

/** SQL of a coordinate in ten-millionths of a degree; null when it is no number, or far from any place on earth. */
export const asTenMillionths = (degrees: string): string => `try_cast(round(${degrees} * 1e7) as integer)`;

/** Makes the table `point` of points whose wards are known, which grows batch by batch. */
export async function createPoints(lake: Lake, versions: readonly BoundaryVersion[]): Promise<void> {
  const wards = versions.map((version) => `${wardColumn(version)} varchar`);
  await lake.query(`create table point (x integer, y integer, ${wards.join(', ')})`);
}

/**
 * Points whose wards are not known yet: those that the table `point` has not.
 * @param points SQL of the points asked about, distinct x and y
 */
export async function pointsNotKnown(lake: Lake, points: string): Promise<Points> {
  const { x = [], y = [] } = await lake.columns(`select x, y from (${points}) anti join point using (x, y)`);
  return { x: Int32Array.from(x, Number), y: Int32Array.from(y, Number) };
}

/** Adds points with the code of their ward (null for none) in each version. */
export async function addPoints(lake: Lake, points: Points, wards: readonly (string | null)[][]): Promise<void> {
  await lake.append('point', [
    { type: 'integer', values: points.x },
    { type: 'integer', values: points.y },
    ...wards.map((values) => ({ type: 'varchar' as const, values })),
  ]);
}

/**
 * Reads counts by force, month, type and ward.
 * @param select SQL with the columns force, month, type, ward and count
 */
export async function readTally(lake: Lake, select: string): Promise<TallyRow[]> {
  const found = tallyColumns.parse(await lake.columns(select));
  return found.ward.map((ward, at) => ({
    force: found.force[at] as string,
    month: found.month[at] as Month,
    type: found.type[at] as string,
    ward,
    count: found.count[at] as number,
  }));
}
