import { binomialInterval } from '../../lib/statistics/counts/index.ts';
import { normalQuantile, studentQuantile } from '../../lib/statistics/distributions/index.ts';
import { differenceOfShares, sharesDispersion } from '../../lib/statistics/shares/index.ts';
import type { ShareChange, ShareFigure } from './model.ts';
import { type PeriodMonths, periodTotals } from './period-months.ts';
import { sayFewOf, sayPointsChange } from './say-points.ts';

/** Where a two-sided interval of 95 % begins and ends. */
const UPPER_TAIL = 0.975;

/**
 * A share in two periods: each with its exact interval, and how far they lie apart, allowing for how much the months of
 * each period differ where that can be told.
 * @param hits  of each month of both periods, never more than `all`
 * @param least hits or all under it are too few for a percentage
 */
export function shareChange(hits: PeriodMonths, all: PeriodMonths, least: number): ShareChange {
  const [successes, trials] = [periodTotals(hits), periodTotals(all)];
  const current = shareOf(successes.current, trials.current);
  const previous = shareOf(successes.previous, trials.previous);
  const apart = differenceBetween(current, previous, monthsOf(hits, all));
  const few = Math.min(successes.current, successes.previous, trials.current, trials.previous) < least;
  const said =
    few || apart === null ? null : sayPointsChange(apart.interval, { countsAlone: apart.dispersion === null });
  return {
    current,
    previous,
    difference: apart?.difference ?? null,
    interval: apart?.interval ?? null,
    dispersion: apart?.dispersion ?? null,
    verdict: said?.verdict ?? 'too few',
    words: said?.words ?? sayFewOf(current, previous),
  };
}

/** So many of so many as a share, with its exact interval. */
function shareOf(successes: number, trials: number): ShareFigure {
  if (trials === 0) return { successes, trials, share: null, interval: null };
  return { successes, trials, share: successes / trials, interval: binomialInterval(successes, trials) };
}

type Months = Parameters<typeof sharesDispersion>[0];

function differenceBetween(
  current: ShareFigure,
  previous: ShareFigure,
  months: Months,
): { difference: number; interval: [number, number]; dispersion: number | null } | null {
  if (current.share === null || previous.share === null) return null;
  const found = sharesDispersion(months);
  const critical = found === null ? normalQuantile(UPPER_TAIL) : studentQuantile(UPPER_TAIL, found.degreesOfFreedom);
  const answers = (trials: number): number => trials / (found?.dispersion ?? 1);
  const apart = differenceOfShares(
    { share: current.share, answers: answers(current.trials) },
    { share: previous.share, answers: answers(previous.trials) },
    critical,
  );
  return { ...apart, dispersion: found?.dispersion ?? null };
}

function monthsOf(hits: PeriodMonths, all: PeriodMonths): Months {
  return (['current', 'previous'] as const).map((period) =>
    all[period].map((trials, at) => ({ successes: hits[period][at] ?? 0, trials })),
  );
}
