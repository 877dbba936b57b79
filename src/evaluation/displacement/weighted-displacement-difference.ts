/** Crimes counted in a set of areas before the start and after it. */
export interface BeforeAfter {
  before: number;
  after: number;
  /** What both are divided by where areas differ in size; 1 when left out. */
  size?: number;
}

/** What changed in the treated areas, and around them. */
export interface WeightedDifference {
  /** Treated less its control. */
  local: number;
  /** Around the treated areas, less the control of that. */
  nearby: number;
  /** Both together, which is the paper's WDD: below zero, fewer crimes, neighbours included. */
  difference: number;
  /** Variance of {@link difference} if every count varied as a Poisson count does. */
  variance: number;
}

/**
 * The weighted displacement difference of Wheeler and Ratcliffe: the change in the treated areas and around them, less the
 * changes of areas like them. Its variance takes counts to vary by chance alone, which crimes of months and places do not:
 * {@link testDisplacement} says by how much an interval from it is too narrow.
 * @param counts  crimes, ≥ 0; `nearby` and its control null where there is no area around
 * @param lengths how long the times before and after are, in the same unit, each > 0: the result is for one unit of time
 * @source Wheeler, A. P. and Ratcliffe, J. H. (2018), A simple weighted displacement difference test to evaluate place based
 *   crime interventions, Crime Science 7:11, doi:10.1186/s40163-018-0085-5; times and areas of different size as in the
 *   first author's R package ptools
 * @example
 * weightedDisplacementDifference({
 *   treated: { before: 207, after: 110 }, control: { before: 308, after: 318 },
 *   nearby: { before: 178, after: 157 }, nearbyControl: { before: 150, after: 140 },
 * }, { before: 1, after: 1 }).difference; // -118
 */
export function weightedDisplacementDifference(
  counts: { treated: BeforeAfter; control: BeforeAfter; nearby: BeforeAfter | null; nearbyControl: BeforeAfter | null },
  lengths: { before: number; after: number },
): WeightedDifference {
  const none: BeforeAfter = { before: 0, after: 0 };
  const change = ({ before, after, size = 1 }: BeforeAfter) => (after / lengths.after - before / lengths.before) / size;
  const variance = ({ before, after, size = 1 }: BeforeAfter) =>
    (after / lengths.after ** 2 + before / lengths.before ** 2) / size ** 2;
  const { treated, control } = counts;
  const [nearby, nearbyControl] = [counts.nearby ?? none, counts.nearbyControl ?? none];
  const parts = { local: change(treated) - change(control), nearby: change(nearby) - change(nearbyControl) };
  return {
    ...parts,
    difference: parts.local + parts.nearby,
    variance: [treated, control, nearby, nearbyControl].reduce((sum, each) => sum + variance(each), 0),
  };
}
