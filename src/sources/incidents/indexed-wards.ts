import type { AreaIndex } from '../../lib/spatial/index.ts';
import type { WardSet } from '../street/tally.ts';

/** Wards of one version, ready for finding points in them. */
export interface IndexedWards extends WardSet {
  index: AreaIndex;
}
