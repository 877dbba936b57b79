import type { Area } from '../../geography/index.ts';
import { addMonths, type Month, monthsBetween } from '../../lib/calendar/month.ts';
import { normal, poisson, type Random, seededRandom } from '../../lib/statistics/random.ts';
import { type CategorySeries, demonstrationCategory } from '../../measures/index.ts';
import { DEMONSTRATION_LAST_MONTH } from './figures.ts';

/** Another seed than that of the other figures, so that these can change without moving those. */
const SEED = 20_240_718;
/** Far enough back for the dispersion of earlier years to be estimated. */
const FIRST_MONTH: Month = '2014-04';

interface Shape {
  /** Counts a month in an average ward. */
  mean: number;
  /** Height of the summer, as a share of the mean. */
  season: number;
  /** What the last year has of what the years before had, where something is to be seen in it. */
  lastYear?: number;
}

/** The rows of the public space table, none of them from a real count. */
const SHAPES: Record<string, Shape> = {
  'personal-robbery': { mean: 4.6, season: -0.05 },
  'theft-from-the-person': { mean: 12, season: 0.1 },
  'residential-burglary': { mean: 5.2, season: -0.1 },
  'theft-of-motor-vehicle': { mean: 2.4, season: 0.02 },
  'theft-from-motor-vehicle': { mean: 7.2, season: 0, lastYear: 0.66 },
  'interfering-with-motor-vehicle': { mean: 0.9, season: 0 },
  'aggravated-vehicle-taking': { mean: 0.04, season: 0 },
  homicide: { mean: 0.02, season: 0 },
  'violence-with-injury': { mean: 11, season: 0.08 },
  'hate-crime-excluding-domestic-abuse': { mean: 4, season: 0.05 },
  'lethal-barrelled-discharges': { mean: 0.02, season: 0 },
  'knife-crime': { mean: 1.9, season: 0.03 },
};

/** How far a year lies from the year before, on the log scale, and a month from the month before. */
const YEARLY = 0.05;
const MONTHLY = 0.05;

/**
 * Made-up months of the measures that a comparison table shows, ward by ward: a level, a season, years and months that
 * drift together in all wards, then Poisson chance.
 */
export function demonstrationPerformance(wards: readonly Area[]): CategorySeries[] {
  const random = seededRandom(SEED);
  const levels = wards.map(() => Math.exp(0.45 * normal(random) - 0.1));
  return Object.entries(SHAPES).flatMap(([name, shape]) => {
    const months = monthlyMeans(random, shape);
    return wards.map(
      (ward, at): CategorySeries => ({
        category: demonstrationCategory(name),
        areaCode: ward.code,
        boundaryVersion: ward.version,
        publisher: 'demonstration',
        firstMonth: FIRST_MONTH,
        values: months.map((mean) => poisson(random, mean * (levels[at] ?? 1))),
      }),
    );
  });
}

function monthlyMeans(random: Random, { mean, season, lastYear = 1 }: Shape): number[] {
  const months = monthsBetween(FIRST_MONTH, DEMONSTRATION_LAST_MONTH) + 1;
  let [year, drift] = [0, 0];
  return Array.from({ length: months }, (_, index) => {
    const calendarMonth = Number(addMonths(FIRST_MONTH, index).slice(5, 7));
    if (calendarMonth === 4) year = 0.5 * year + YEARLY * normal(random);
    drift = 0.5 * drift + MONTHLY * normal(random);
    const summer = 1 + season * Math.cos((2 * Math.PI * (calendarMonth - 7)) / 12);
    return mean * summer * Math.exp(year + drift) * (index >= months - 12 ? lastYear : 1);
  });
}
