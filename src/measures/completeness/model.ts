import type { BoundaryVersion } from '../../geography/index.ts';
import type { Month } from '../../lib/calendar/month.ts';
import type { CategorySeries } from '../model.ts';

/**
 * What a month of a file is like: whole as far as can be told; without any value though months around it have one;
 * hardly begun; with less than the months around it lead one to expect; with none at all of what is usually there.
 */
export type MonthState = 'complete' | 'absent' | 'stub' | 'short' | 'zero';

/** A month of one import, publisher and boundary version that is not complete, and what of it is not. */
export interface Finding {
  month: Month;
  state: Exclude<MonthState, 'complete'>;
  /** Areas it is about; null for every area of the file. */
  areaCodes: string[] | null;
  /** Source categories it is about; null for every category of the file. */
  categories: string[] | null;
  /** What the file has in the month, of those areas and categories; null when it has no value. */
  total: number | null;
  /** What the months around it lead one to expect; null when that cannot be said. */
  expected: number | null;
  /** How many areas that usually have something have nothing, of how many; null when areas are not the reason. */
  empty: { areas: number; of: number } | null;
}

/** The findings of one import, publisher and boundary version. */
export interface FileFindings {
  publisher: string;
  boundaryVersion: CategorySeries['boundaryVersion'];
  findings: Finding[];
}

/** What a live import holds of one publisher on one boundary version, with what was found in it. */
export interface HeldPart {
  importId: string;
  vintage: string;
  file: string;
  boundaryVersion: BoundaryVersion;
  publisher: string;
  categories: readonly string[];
  firstMonth: Month | null;
  /** By month from the first; null where it holds none. */
  totals: readonly (number | null)[];
  findings: readonly UsedFinding[];
}

/** A finding, and which areas take the month from a more complete file. */
export interface UsedFinding extends Finding {
  /** File that is used instead, when every area it is about takes the month from another; null when any uses it. */
  unusedBy: string | null;
  /** Of the areas it is about those that take the month from another file, by that file. */
  givenUp: { by: string; areaCodes: string[] }[];
}
