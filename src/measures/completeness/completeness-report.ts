import type { BoundaryVersion } from '../../geography/index.ts';
import type { Month } from '../../lib/calendar/month.ts';
import type { CategoryPeriod } from '../catalogue/category-periods.ts';
import type { Measure } from '../model.ts';
import type { HeldInVintage } from './held-of-measure.ts';
import type { HeldPart, UsedFinding } from './model.ts';
import type { ReconciledMonth, ReconciledYear } from './reconcile.ts';

/** A measure of the catalogue with what is held of it, the latest vintage first. */
export interface MeasureHeld extends Measure {
  /** Source categories it sums that were not in use throughout. */
  periods: CategoryPeriod[];
  held: HeldInVintage[];
}

/** Whether the months of one measure are all there. */
export interface Completeness {
  measure: string;
  /** The vintage it is about, or what none holds. */
  vintage: string;
  held: HeldInVintage;
  /** Each file with what was found of the measure in it. */
  files: (Pick<HeldPart, 'file' | 'publisher' | 'boundaryVersion'> & { findings: UsedFinding[] })[];
  /** Names of the areas that findings are about, by code. */
  areaNames: Record<string, string>;
  /** Figures of categories in months in which they were not in use: counted, and worth a look. */
  outsidePeriods: { category: string; from: Month; until: Month | null; months: number; total: number }[];
  /** Ward totals against borough totals; null where the vintage does not have both. */
  reconciliation: {
    wards: BoundaryVersion;
    months: ReconciledMonth[];
    years: ReconciledYear[];
    /** Boroughs of which not every ward is there, by name, and categories that only one side has: in no sum. */
    leftOut: { boroughs: string[]; categories: string[] };
  } | null;
}
