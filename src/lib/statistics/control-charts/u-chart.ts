import { InvalidArgument } from '../../invalid-argument.ts';
import { poissonQuantile, poissonUpperQuantile } from '../distributions/index.ts';
import type { Limits } from './model.ts';
import { NEAR_TAIL, TAIL } from './sigma-tails.ts';
import { limitsAround, xmrLimits } from './xmr-limits.ts';

/** A count and what it is a rate of, such as residents, days or searches. */
export interface Rate {
  count: number;
  /** > 0 */
  exposure: number;
}

/** Lines of a chart of rates, one set a point, for each has its own exposure. */
export interface RateLines {
  limits: Limits[];
  /** How many times wider than Poisson the rates of the baseline scatter from one to the next (Laney's σz). */
  spread: number;
}

/**
 * Lines of a chart of rates (u-chart). Where rates scatter no more than Poisson counts, limits are exact: the smallest
 * counts beyond which at most 0.135 % lie at the baseline's rate. Where they scatter more, limits are Laney's u′: three
 * Poisson standard deviations times the scatter between neighbours of the standardised baseline rates.
 * @param rates to be judged, in time order; null where there is none
 * @param baseline rates that lines are taken from, in time order
 * @throws InvalidArgument when the baseline has no rate, or an exposure is not above 0
 * @source Laney (2002), Improved control charts for attributes, doi:10.1081/QEN-120006555
 */
export function uChartLines(rates: readonly (Rate | null)[], baseline: readonly (Rate | null)[]): RateLines {
  const known = baseline.filter((rate) => rate !== null);
  if (known.length === 0) throw new InvalidArgument('Limits need at least one rate.');
  if ([...rates, ...baseline].some((rate) => rate !== null && !(rate.exposure > 0))) {
    throw new InvalidArgument('A rate is of something above 0.');
  }
  const sum = (of: (rate: Rate) => number) => known.reduce((total, rate) => total + of(rate), 0);
  const centre = sum(({ count }) => count) / sum(({ exposure }) => exposure);
  const scores = baseline.map((rate) =>
    rate === null || centre === 0 ? null : (rate.count / rate.exposure - centre) / Math.sqrt(centre / rate.exposure),
  );
  const scatter = xmrLimits(scores, true);
  const reach = centre === 0 ? 1 : scatter.upper - scatter.centre;
  const spread = reach / 3;
  const limits = rates.map((rate) => {
    const exposure = rate?.exposure ?? sum((each) => each.exposure) / known.length;
    return spread > 1 ? limitsAround(centre, reach * Math.sqrt(centre / exposure)) : exactLimits(centre, exposure);
  });
  return { limits, spread };
}

/** Rates beyond which at most the chances of three and of two standard deviations lie, for Poisson counts. */
function exactLimits(centre: number, exposure: number): Limits {
  const mean = centre * exposure;
  if (mean === 0) return limitsAround(0, 0);
  return {
    centre,
    lower: poissonQuantile(TAIL, mean) / exposure,
    upper: poissonUpperQuantile(TAIL, mean) / exposure,
    lowerTwoThirds: poissonQuantile(NEAR_TAIL, mean) / exposure,
    upperTwoThirds: poissonUpperQuantile(NEAR_TAIL, mean) / exposure,
  };
}
