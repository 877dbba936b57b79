/** Counts month by month, and what is known of the months. */
export interface MonthlyCounts {
  /** Whole, ≥ 0; null where there is none, or where it is not to be learned from. */
  counts: readonly (number | null)[];
  /** Month of the year of the first, 0 for January. */
  firstMonthOfYear: number;
  /** Days in each month, and in the twelve that follow: length of counts + 12. */
  days: readonly number[];
}

/** One of the years held back: what it had, and what was expected of it from the months before it alone. */
export interface HeldBackYear {
  /** Index of its first month. */
  from: number;
  actual: number;
  expected: number;
  /** The same months of the year before. */
  naive: number;
  /** Sum over its months of how far each forecast was off. */
  monthlyError: number;
  naiveMonthlyError: number;
}

/** What a year held back taught, over all of them. */
export interface ForecastScore {
  years: HeldBackYear[];
  /** Mean distance of a month's forecast from what came, in counts. */
  monthlyError: number;
  naiveMonthlyError: number;
  /** Mean distance of the year's forecast from what came, in counts. */
  yearlyError: number;
  naiveYearlyError: number;
}

/** What is expected of the next twelve months. */
export interface ExpectedYear {
  /** Expected count of each month, length 12. */
  months: number[];
  total: number;
  /** Between which the total lies in 95 of 100 such years, whole counts. */
  interval: [number, number];
  /** How many times more than a Poisson count the years held back lay off; at least 1. */
  dispersion: number;
  /** How the level moved over the last five years, as a share a year: −0.05 is 5 % fewer; 0 where none is shown. */
  trend: number;
  /** Whether months of the year differ enough to be told apart. */
  seasonal: boolean;
}

export type Forecast =
  /** It came nearer than the same months of the year before, month by month and year by year. */
  | { kind: 'shown'; year: ExpectedYear; score: ForecastScore }
  /** It did not, and so is not shown; `score` says by how much. */
  | { kind: 'not better'; score: ForecastScore }
  /** Too little is held to learn from and to hold back. */
  | { kind: 'too short'; because: 'months' | 'years to hold back' };
