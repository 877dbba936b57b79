import type { BoundaryVersion } from '../../geography/index.ts';

/** Where the figures of a whole force stand. */
export interface ForceArea {
  areaCode: string;
  boundaryVersion: BoundaryVersion | 'unplaced';
}

/** Codes of the Office for National Statistics for the forces of London. */
const OFFICIAL: ReadonlyMap<string, string> = new Map([
  ['metropolitan', 'E23000001'],
  ['city-of-london', 'E23000034'],
]);

/**
 * The area of a force: its official one for the forces of London, else its name on data.police.uk, as no other area is held.
 * @example forceArea('metropolitan') // { areaCode: 'E23000001', boundaryVersion: 'police-forces' }
 */
export function forceArea(force: string): ForceArea {
  const areaCode = OFFICIAL.get(force);
  return areaCode === undefined
    ? { areaCode: force, boundaryVersion: 'unplaced' }
    : { areaCode, boundaryVersion: 'police-forces' };
}
