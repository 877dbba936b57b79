import { addMonths, type Month, monthRange } from '../../src/lib/calendar/month.ts';
import { normal, poisson, type Random } from '../../src/lib/statistics/random.ts';
import type { MonthlyFigures, PerformanceArea } from '../../src/performance/model.ts';

/** Islington, or another area of its kind. */
export function anArea(code = 'E09000019', name = 'Islington'): PerformanceArea {
  return {
    ...{ word: code, name, kind: 'borough', boundaryVersion: 'boroughs-2022', areaCodes: [code] },
    ...{ boroughCode: null, boroughName: null },
  };
}

/** Monthly figures of one measure, from their first month on. */
export function someFigures(
  values: readonly (number | null)[],
  given: Partial<Omit<MonthlyFigures, 'values'>> = {},
): MonthlyFigures {
  return {
    ...{ measure: 'personal-robbery', area: anArea(), vintage: 'March 2026', synthetic: false, files: ['borough.csv'] },
    ...{ firstMonth: '2010-04' as Month, origins: ['published'], doubtful: [], backCast: false },
    ...given,
    values,
  };
}

/** How counts vary from month to month besides by chance and season. */
export interface Unrest {
  /** Standard deviation of the logarithm of the rate. */
  deviation: number;
  /** Correlation of a month with the one before. */
  correlation: number;
}

/**
 * Months in which nothing changed: a mean, a seasonal shape, and rates that wander around them.
 * @param season factors of January to December
 */
export function nothingChanged(
  random: Random,
  {
    from,
    to,
    mean,
    season,
    unrest,
  }: { from: Month; to: Month; mean: number; season: readonly number[]; unrest: Unrest },
): MonthlyFigures {
  const { deviation, correlation } = unrest;
  const step = Math.sqrt(1 - correlation ** 2);
  let wandering = normal(random);
  const values = monthRange(from, to).map((month) => {
    wandering = correlation * wandering + step * normal(random);
    const rate =
      mean * (season[Number(month.slice(5)) - 1] ?? 1) * Math.exp(deviation * wandering - deviation ** 2 / 2);
    return poisson(random, rate);
  });
  return someFigures(values, { firstMonth: addMonths(from, 0) });
}
