// Ways in which a month of a publication can be spoilt, done to runs; seeded, so that a run can be repeated.
import { monthNumber } from '../../src/lib/calendar/month.ts';
import type { Random } from '../../src/lib/statistics/random.ts';
import type { CategorySeries } from '../../src/measures/index.ts';

export interface Damage {
  name: string;
  /** What one value of the month becomes; parts are the areas and categories that were drawn. */
  become(value: number, run: CategorySeries, drawn: Drawn, random: Random): number;
  areas?: number;
  categories?: number;
}

export interface Drawn {
  areas: ReadonlySet<string>;
  categories: ReadonlySet<string>;
}

/** Each counted thing is kept with this chance. */
function thin(value: number, keep: number, random: Random): number {
  let kept = 0;
  for (let at = 0; at < value; at += 1) if (random() < keep) kept += 1;
  return kept;
}

const lose = (share: number): Damage => ({
  name: `${share * 100} % of incidents lost at random`,
  become: (value, _run, _drawn, random) => thin(value, 1 - share, random),
});
const loseRows = (share: number): Damage => ({
  name: `${share * 100} % of table rows lost at random`,
  become: (value, _run, _drawn, random) => (random() < share ? 0 : value),
});

/** The last days: the days before them are whole, so that it is a loss of a share of each count. */
const cut = (days: number): Damage => ({
  name: `last ${days} days cut off`,
  become: (value, _run, _drawn, random) => thin(value, 1 - days / 30, random),
});

export const DAMAGES: Damage[] = [
  { name: 'nothing (false findings)', become: (value) => value },
  ...[0.1, 0.25, 0.5, 0.9].map(lose),
  ...[0.1, 0.25, 0.5, 0.9].map(loseRows),
  cut(3),
  cut(7),
  cut(15),
  { name: 'month all zero', become: () => 0 },
  { name: 'one area empty', areas: 1, become: (value, run, { areas }) => (areas.has(run.areaCode) ? 0 : value) },
  { name: '10 % of areas empty', areas: 0.1, become: (value, run, { areas }) => (areas.has(run.areaCode) ? 0 : value) },
  {
    name: 'one category empty',
    categories: 1,
    become: (value, run, { categories }) => (categories.has(run.category) ? 0 : value),
  },
  {
    name: '3 categories empty',
    categories: 3,
    become: (value, run, { categories }) => (categories.has(run.category) ? 0 : value),
  },
];

/** The runs with one month spoilt. */
export function spoil(
  runs: readonly CategorySeries[],
  month: number,
  damage: Damage,
  drawn: Drawn,
  random: Random,
): CategorySeries[] {
  return runs.map((run) => {
    const at = month - monthNumber(run.firstMonth);
    const value = run.values[at];
    if (value === null || value === undefined) return run;
    return { ...run, values: run.values.with(at, damage.become(value, run, drawn, random)) };
  });
}
