import type { BoundarySet, BoundaryVersion } from './model.ts';
import { BOUNDARY_SETS } from './reference/boundary-sets.ts';

/** Every boundary set Wardroom knows. */
export function boundarySets(): readonly BoundarySet[] {
  return BOUNDARY_SETS;
}

/** What a boundary set is called, when it was in force and where it comes from. */
export function boundarySet(version: BoundaryVersion): BoundarySet {
  const found = BOUNDARY_SETS.find((set) => set.version === version);
  if (!found) throw new RangeError(`"${version}" is not a boundary version: choose ${knownVersions()}.`);
  return found;
}

function knownVersions(): string {
  return BOUNDARY_SETS.map((set) => set.version).join(', ');
}
