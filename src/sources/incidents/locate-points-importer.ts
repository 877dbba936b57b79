import { setImmediate as breathe } from 'node:timers/promises';
import { locateAllInTurns } from '../../lib/spatial/index.ts';
import type { Lake } from '../../platform/lake/index.ts';
import type { IndexedWards } from './indexed-wards.ts';
import { addPoints, type Points } from './points-store.ts';

/**
 * Adds points to the table `point` with their ward in each version, letting others work in between.
 * @param points whose wards are not known yet
 * @param wards in the order of the table's columns
 */
export async function locatePoints(lake: Lake, points: Points, wards: readonly IndexedWards[]): Promise<void> {
  if (points.x.length === 0) return;
  const codes: (string | null)[][] = [];
  for (const { index } of wards) {
    const positions = await locateAllInTurns(index, points.x, points.y, () => breathe());
    codes.push(Array.from(positions, (position) => index.codes[position] ?? null));
  }
  await addPoints(lake, points, codes);
}
