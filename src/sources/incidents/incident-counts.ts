import type { Month } from '../../lib/calendar/month.ts';
import type { Tally } from '../street/tally.ts';

/** The counts of the files of one kind in one import. */
export interface IncidentCounts {
  /** Months of each force for which the files hold rows. */
  months: ReadonlyMap<string, readonly Month[]>;
  /** Rows in wards, each counted once: one tally for each ward version. */
  tallies: readonly Tally[];
  /** The same rows, counted in every category they are in. */
  byCategory: readonly Tally[];
  /** All rows of each force by category, wherever they lie; there is one place in it. */
  forces: Tally;
}
