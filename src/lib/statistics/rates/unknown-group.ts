import { mantelHaenszelRateRatio, type RateStratum } from './mantel-haenszel.ts';

/** A stratum with events whose group nobody wrote down. */
export interface StratumWithUnknown extends RateStratum {
  /** Events of no known group, ≥ 0. */
  unknown: number;
  /** Events of every known group, the two and others, ≥ their sum. */
  known: number;
}

/** What the ratio would be under three beliefs about the events of no known group; null where it has none. */
export interface UnknownBounds {
  /** Were all of them of the second group: no belief gives less. */
  lowest: number | null;
  /** Were all of them of the first group: no belief gives more, but null is without limit. */
  highest: number | null;
  /** Were they of each group in the shares of the known ones of their stratum: an assumption, not a bound. */
  proportional: number | null;
}

/**
 * How far the stratified ratio could lie from what is known, because the group of some events is not. The ratio rises
 * with each event of the first group and falls with each of the second, so the two ends bound every other belief.
 * @example boundsForUnknown([{ cases: [30, 20], exposure: [100, 100], unknown: 10, known: 50 }])
 * // lowest 1, highest 2, proportional 1.5
 */
export function boundsForUnknown(strata: readonly StratumWithUnknown[]): UnknownBounds {
  const ratioWith = (cases: (stratum: StratumWithUnknown) => [number, number]): number | null =>
    mantelHaenszelRateRatio(strata.map((stratum) => ({ exposure: stratum.exposure, cases: cases(stratum) }))).ratio;
  return {
    lowest: ratioWith(({ cases: [a, b], unknown }) => [a, b + unknown]),
    highest: ratioWith(({ cases: [a, b], unknown }) => [a + unknown, b]),
    proportional: ratioWith(({ cases: [a, b], unknown, known }) => {
      const times = known === 0 ? 1 : (known + unknown) / known;
      return [a * times, b * times];
    }),
  };
}
