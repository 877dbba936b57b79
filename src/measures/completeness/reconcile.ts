import type { Month } from '../../lib/calendar/month.ts';

/** What a vintage has in one month by ward and by borough. */
export interface ReconciledMonth {
  month: Month;
  /** Sum over the wards. */
  wards: number;
  /** Sum over the boroughs that have a name. */
  boroughs: number;
  /** What the publication could not place in any area, such as "Unknown"; part of neither sum. */
  unplaced: number;
  /** Boroughs less wards: what the wards lack. */
  difference: number;
  /** True where a file of either side that is used lacks much of the month. */
  doubtful: boolean;
}

/** The months of one financial year, April to March. */
export interface ReconciledYear extends Omit<ReconciledMonth, 'month' | 'doubtful'> {
  /** "2022-23". */
  year: string;
  months: number;
  /** How many of them are doubtful. */
  doubtful: number;
}

type Totals = ReadonlyMap<Month, number>;

/**
 * Sets ward totals against borough totals, for every month that both have. The difference is given, never spread.
 * @param unplaced totals of what lies in no official area; a month without any is none
 * @returns in order of month
 */
export function reconcile(
  wards: Totals,
  boroughs: Totals,
  unplaced: Totals,
  doubtful: ReadonlySet<Month> = new Set(),
): ReconciledMonth[] {
  return [...wards]
    .flatMap(([month, inWards]): ReconciledMonth[] => {
      const inBoroughs = boroughs.get(month);
      if (inBoroughs === undefined) return [];
      return [
        {
          month,
          wards: inWards,
          boroughs: inBoroughs,
          unplaced: unplaced.get(month) ?? 0,
          difference: inBoroughs - inWards,
          doubtful: doubtful.has(month),
        },
      ];
    })
    .sort((a, b) => (a.month < b.month ? -1 : 1));
}

/** Sums months by financial year, which begins in April. */
export function byFinancialYear(months: readonly ReconciledMonth[]): ReconciledYear[] {
  const years = new Map<string, ReconciledYear>();
  for (const { month, wards, boroughs, unplaced, difference, doubtful } of months) {
    const year = financialYear(month);
    const known = years.get(year) ?? {
      year,
      months: 0,
      doubtful: 0,
      wards: 0,
      boroughs: 0,
      unplaced: 0,
      difference: 0,
    };
    years.set(year, {
      year,
      months: known.months + 1,
      doubtful: known.doubtful + Number(doubtful),
      wards: known.wards + wards,
      boroughs: known.boroughs + boroughs,
      unplaced: known.unplaced + unplaced,
      difference: known.difference + difference,
    });
  }
  return [...years.values()];
}

/** The financial year of a month: March 2023 lies in "2022-23". */
export function financialYear(month: Month): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  const first = number >= 4 ? year : year - 1;
  return `${first}-${String((first + 1) % 100).padStart(2, '0')}`;
}
