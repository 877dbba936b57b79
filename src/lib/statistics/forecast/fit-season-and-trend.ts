import { dot, fitNegativeBinomial, type NegativeBinomialFit } from '../regression/index.ts';
import type { MonthlyCounts } from './model.ts';

/** A model of months: what it expects of any month by its place, 0 being the first. */
export interface MonthModel {
  expect(at: number): number;
  /** How the level moved over the months learned from, as a share a year; 0 where they show no trend. */
  trend: number;
  /** Whether months of the year differ enough to be told apart. */
  seasonal: boolean;
}

/**
 * The shape of the year by negative binomial regression of the last five years of months before an end, on a level, a
 * straight trend of the logarithm and waves of the year: as many waves, and a trend or none, as Akaike's criterion for
 * few observations asks. The level of the months to come is then that of recent months, freed of the year's shape, where
 * a month counts half as much as one six months later; the trend is not followed further, which on the series of the
 * Metropolitan Police made the errors of whole years larger and not smaller (docs/methods/expectation.md).
 * @param end months from here on are not learned from
 * @returns null with fewer than {@link LEAST_MONTHS} months
 * @source Hurvich, C. M. and Tsai, C.-L. (1989), Biometrika 76(2), doi:10.1093/biomet/76.2.297
 */
export function fitSeasonAndTrend(months: MonthlyCounts, end: number): MonthModel | null {
  const { counts, days } = months;
  const from = Math.max(0, end - LEARNED_MONTHS);
  const places = counts.flatMap((count, at) => (count !== null && at >= from && at < end ? [at] : []));
  if (places.length < LEAST_MONTHS) return null;
  const shape = fitShape(months, places);
  if (shape === null) return null;
  const weigh = (of: (at: number) => number): number =>
    places.reduce((sum, at) => sum + 0.5 ** ((end - 1 - at) / HALF_WEIGHT_MONTHS) * of(at), 0);
  const usual = (at: number): number => (days[at] as number) * Math.exp(shape.season(at));
  const level = weigh((at) => counts[at] as number) / weigh(usual);
  return { expect: (at) => level * usual(at), trend: shape.trend, seasonal: shape.waves > 0 };
}

/** Fewest months to learn a year from: three of each month of the year. */
export const LEAST_MONTHS = 36;
const LEARNED_MONTHS = 60;
const HALF_WEIGHT_MONTHS = 6;
const WAVES = [0, 1, 2, 3, 6] as const;

interface Shape {
  /** How far the logarithm of a month lies above the level, by its place. */
  season(at: number): number;
  trend: number;
  waves: number;
}

function fitShape(months: MonthlyCounts, places: readonly number[]): Shape | null {
  const counts = places.map((at) => months.counts[at] as number);
  const offsets = places.map((at) => Math.log(months.days[at] as number));
  let best: { criterion: number; shape: Shape } | null = null;
  for (const waves of WAVES) {
    const wavesOf = (at: number): Float64Array => wavesAt(months.firstMonthOfYear + at, waves);
    for (const withTrend of [false, true]) {
      const design = places.map((at) => Float64Array.of(1, ...(withTrend ? [at / 12] : []), ...wavesOf(at)));
      const fit = fitNegativeBinomial({ counts, design, offsets });
      const criterion = fit === null ? Number.NaN : criterionOf(fit, places.length);
      if (fit === null || (best !== null && !(criterion < best.criterion))) continue;
      const slopes = fit.coefficients.subarray(withTrend ? 2 : 1);
      const trend = withTrend ? Math.exp(fit.coefficients[1] as number) - 1 : 0;
      best = { criterion, shape: { season: (at) => dot(wavesOf(at), slopes), trend, waves } };
    }
  }
  return best?.shape ?? null;
}

/** Akaike's criterion, corrected for few observations; theta counts as a coefficient. */
function criterionOf({ coefficients, logLikelihood }: NegativeBinomialFit, observations: number): number {
  const size = coefficients.length + 1;
  return 2 * size - 2 * logLikelihood + (2 * size * (size + 1)) / (observations - size - 1);
}

/** The first waves of the year at a month: cosines and sines, of the sixth only the cosine, since its sine is 0. */
function wavesAt(month: number, waves: number): Float64Array {
  const angle = (Math.PI * month) / 6;
  return Float64Array.from({ length: waves === 6 ? 11 : 2 * waves }, (_, at) => {
    const wave = Math.floor(at / 2) + 1;
    return at % 2 === 0 ? Math.cos(wave * angle) : Math.sin(wave * angle);
  });
}
