import { InvalidArgument } from '../../invalid-argument.ts';

/** Hits of so many trials in one month. */
export interface ShareOfMonth {
  successes: number;
  trials: number;
}

export interface SharesDispersion {
  /** How many times more the months' shares vary than chance alone makes them; at least 1. */
  dispersion: number;
  /** Months less periods. */
  degreesOfFreedom: number;
}

/** Months less periods below which nothing is estimated. */
const LEAST_DEGREES = 6;

/**
 * How much more the shares of months differ than chance alone makes them, within periods that each have one share:
 * Pearson's statistic over its degrees of freedom. What periods differ by does not enter; a trend within one does.
 * @param periods months of each period; those without trials are left out
 * @returns null with fewer than six degrees of freedom, or where a period has only hits or none
 * @throws InvalidArgument when hits are more than trials, or either is no whole number
 * @source McCullagh and Nelder (1989), Generalized Linear Models, section 4.5.2, doi:10.1007/978-1-4899-3242-6
 */
export function sharesDispersion(periods: readonly (readonly ShareOfMonth[])[]): SharesDispersion | null {
  let statistic = 0;
  let degreesOfFreedom = 0;
  for (const period of periods) {
    const months = period.filter(({ trials }) => trials > 0);
    months.forEach(requireShare);
    const hits = months.reduce((sum, { successes }) => sum + successes, 0);
    const share = hits / months.reduce((sum, { trials }) => sum + trials, 0);
    if (!(share > 0 && share < 1)) return null;
    for (const { successes, trials } of months)
      statistic += (successes - trials * share) ** 2 / (trials * share * (1 - share));
    degreesOfFreedom += months.length - 1;
  }
  if (degreesOfFreedom < LEAST_DEGREES) return null;
  return { dispersion: Math.max(1, statistic / degreesOfFreedom), degreesOfFreedom };
}

function requireShare({ successes, trials }: ShareOfMonth): void {
  if (!Number.isInteger(successes) || !Number.isInteger(trials) || successes < 0 || successes > trials)
    throw new InvalidArgument(`${successes} of ${trials} is no share of a month`);
}
