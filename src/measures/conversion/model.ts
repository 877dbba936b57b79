import type { AreaLookup, BoundaryVersion } from '../../geography/index.ts';
import type { Origin } from '../model.ts';

/** A lookup with the file it came in. */
export interface NamedLookup extends AreaLookup {
  file: string;
}

/** How figures of the areas of one set are made from those of another. */
export interface Route {
  origin: Extract<Origin, 'LSOA best fit' | 'summed over wards'>;
  /** Set of the areas that are summed. */
  from: BoundaryVersion;
  /** For each area that can be made, the areas whose sum it is; an area that cannot be made is not in it. */
  parts: ReadonlyMap<string, readonly string[]>;
  /** Areas that cannot be made exactly along the lookups, with the areas of the first set that stand in the way. */
  hindered: ReadonlyMap<string, readonly string[]>;
  /** Files of the lookups followed, in order. */
  files: readonly string[];
}
