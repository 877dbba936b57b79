import type { Area } from '../../geography/index.ts';
import { addMonths, type Month, monthsBetween } from '../../lib/calendar/month.ts';
import { normal, poisson, type Random, seededRandom } from '../../lib/statistics/random.ts';
import { type CategorySeries, demonstrationCategory } from '../../measures/index.ts';

/** The seed of the demonstration: the same figures on every machine. */
export const DEMONSTRATION_SEED = 20_170_101;
export const DEMONSTRATION_FIRST_MONTH: Month = '2023-03';
export const DEMONSTRATION_LAST_MONTH: Month = '2026-02';

/** Every category made up for the demonstration, by how it is drawn. */
export const DEMONSTRATION_MONTHLY = {
  'violence-and-robbery': { mean: 22, spread: 0.7, season: 0.08 },
  burglary: { mean: 9, spread: 0.35, season: -0.1 },
  'anti-social-behaviour': { mean: 30, spread: 0.6, season: 0.22 },
  'violence-against-women-and-girls': { mean: 11, spread: 0.5, season: 0.06 },
} as const;
const OTHER_CRIME = { mean: 85, spread: 0.8, season: 0.05 };

interface Shape {
  /** Counts a month in an average ward. */
  mean: number;
  /** Standard deviation between wards, on the log scale. */
  spread: number;
  /** Height of the summer, as a share of the mean. */
  season: number;
}

/**
 * Made-up figures for wards: no real count went into them. Monthly counts have a ward level, a season and a
 * drifting month effect, then Poisson chance; residents and deprivation are one value a ward.
 * Recorded crime is the sum of its parts, so that violence and burglary lie inside it.
 */
export function demonstrationFigures(wards: readonly Area[], seed = DEMONSTRATION_SEED): CategorySeries[] {
  const random = seededRandom(seed);
  const busy = new Map(wards.map((ward) => [ward.code, 0.8 * normal(random)]));
  const series: CategorySeries[] = [];
  for (const ward of wards) {
    const level = busy.get(ward.code) ?? 0;
    const drawn = new Map<string, number[]>();
    for (const [name, shape] of Object.entries(DEMONSTRATION_MONTHLY))
      drawn.set(name, monthlyCounts(random, shape, level));
    const other = monthlyCounts(random, OTHER_CRIME, level);
    const crime = other.map(
      (count, month) => count + at(drawn, 'violence-and-robbery', month) + at(drawn, 'burglary', month),
    );
    drawn.set('recorded-crime', crime);
    for (const [name, values] of drawn) series.push(run(ward, name, DEMONSTRATION_FIRST_MONTH, values));
    const residents = Math.round(11_500 * Math.exp(0.16 * normal(random)));
    const score = Math.min(55, Math.max(5, 21 * Math.exp(0.35 * normal(random))));
    series.push(run(ward, 'residents', DEMONSTRATION_LAST_MONTH, [residents]));
    series.push(run(ward, 'deprivation', DEMONSTRATION_LAST_MONTH, [Math.round(residents * score)]));
  }
  return series;
}

function monthlyCounts(random: Random, shape: Shape, level: number): number[] {
  const months = monthsBetween(DEMONSTRATION_FIRST_MONTH, DEMONSTRATION_LAST_MONTH) + 1;
  const ward = Math.exp(shape.spread * (level + 0.45 * normal(random)) - (shape.spread * shape.spread) / 2);
  let drift = 0;
  return Array.from({ length: months }, (_, index) => {
    const calendarMonth = Number(addMonths(DEMONSTRATION_FIRST_MONTH, index).slice(5, 7));
    drift = 0.6 * drift + 0.06 * normal(random);
    const summer = 1 + shape.season * Math.cos((2 * Math.PI * (calendarMonth - 7)) / 12);
    return poisson(random, shape.mean * ward * summer * Math.exp(drift));
  });
}

const at = (drawn: Map<string, number[]>, name: string, month: number) => drawn.get(name)?.[month] ?? 0;

const run = (ward: Area, name: string, firstMonth: Month, values: number[]): CategorySeries => ({
  category: demonstrationCategory(name),
  areaCode: ward.code,
  boundaryVersion: ward.version,
  publisher: 'demonstration',
  firstMonth,
  values,
});
