import type { BoundaryVersion } from './model.ts';
import { WARD_COUNTS } from './reference/ward-counts.ts';

/** How many wards of a set each London borough has in all, by borough code; empty for sets that are not wards. */
export function wardCounts(version: BoundaryVersion): ReadonlyMap<string, number> {
  if (version !== 'wards-2014' && version !== 'wards-2022') return new Map();
  return new Map(WARD_COUNTS.map(([code, of2014, of2022]) => [code, version === 'wards-2014' ? of2014 : of2022]));
}
