import { poissonQuantile } from '../distributions/index.ts';
import { normal, poisson, type Random } from '../random.ts';

// For tests only: months of crime in which nothing changes but the season and chance.

/** How a made-up series of months varies. */
export interface NullShape {
  /** Twelve factors with mean 1, from the first month of every span on. */
  season: readonly number[];
  /** Standard deviation of a month's own rate over its mean; 0 for Poisson counts. */
  variation: number;
  /** Correlation of the rates of neighbouring months, in [0, 1). */
  autocorrelation: number;
}

/** A draw from the gamma distribution of scale 1. @source Marsaglia and Tsang (2000), doi:10.1145/358407.358414 */
function gammaDraw(random: Random, shape: number): number {
  if (shape < 1) return gammaDraw(random, shape + 1) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = normal(random);
    const v = (1 + c * z) ** 3;
    if (v > 0 && Math.log(1 - random()) < (z * z) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/**
 * Factors with mean 1, gamma distributed, each correlated with the one before.
 * @source the autoregressive gamma process: Gouriéroux and Jasiak (2006), doi:10.1002/for.978
 */
export function gammaFactors(
  random: Random,
  months: number,
  { variation, autocorrelation }: Pick<NullShape, 'variation' | 'autocorrelation'>,
): number[] {
  if (variation === 0) return new Array<number>(months).fill(1);
  const shape = 1 / variation ** 2;
  const scale = (1 - autocorrelation) / shape;
  let factor = gammaDraw(random, shape) / shape;
  return Array.from({ length: months }, () => {
    factor = gammaDraw(random, shape + poisson(random, (autocorrelation * factor) / scale)) * scale;
    return factor;
  });
}

/** A Poisson count by the inverse of its distribution: exact, where `poisson` rounds a normal draw from 30 on. */
export function exactPoisson(random: Random, mean: number): number {
  return mean === 0 ? 0 : poissonQuantile(1 - random(), mean);
}

/**
 * Counts of the spans of one area: every span has the same calendar months and mean.
 * @param perYear  expected events of twelve months
 * @param spanMonths months in a span, at most 12; the other months of each year pass uncounted
 * @param together factors shared with other areas, one for each month, if any
 */
export function nullSpans(
  random: Random,
  years: number,
  perYear: number,
  shape: NullShape & { spanMonths: number },
  together?: readonly number[],
): number[] {
  const factors = gammaFactors(random, years * 12, shape);
  return Array.from({ length: years }, (_, year) => {
    let count = 0;
    for (let month = 0; month < shape.spanMonths; month += 1) {
      const at = year * 12 + month;
      const rate = (factors[at] ?? 1) * (together?.[at] ?? 1) * (shape.season[month] ?? 1);
      count += poisson(random, (perYear / 12) * rate);
    }
    return count;
  });
}
