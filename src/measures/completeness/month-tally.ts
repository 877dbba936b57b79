import { monthNumber } from '../../lib/calendar/month.ts';
import { EVERY_STREET_CRIME } from '../catalogue/street-types.ts';
import type { CategorySeries } from '../model.ts';
import { addRun, type MonthRun } from './month-run.ts';
import { usualCells } from './usual-cells.ts';

/** Shares of the usual for which the number of filled cells is worked out; between them it is read off a line. */
export const SHARES = [1, 0.75, 0.5, 0.25, 0.1] as const;

/** What one import holds by month, of one publisher on one boundary version. */
export interface MonthTally {
  publisher: string;
  boundaryVersion: CategorySeries['boundaryVersion'];
  totals: MonthRun;
  /** How many runs there are: one for each category of each area. */
  cells: number;
  /** How many cells (a category of an area) have more than none. */
  filled: MonthRun;
  /** How many would have, were the month this share of the usual in every cell; in the order of SHARES. */
  filledAt: MonthRun[];
  areas: Map<string, MonthRun>;
  categories: Map<string, MonthRun>;
}

/** Takes the runs of an import one at a time, so that they need not be held together. */
export interface Tallier {
  add(run: CategorySeries): void;
  /** One for each publisher and boundary version, in the order of their first run. */
  tallies(): MonthTally[];
}

/** Sums runs by month, over all of an import's areas and categories, and for each of them. */
export function tallier(): Tallier {
  const tallies = new Map<string, MonthTally>();
  return {
    add(run) {
      // Street files hold the sum of their types as a category of its own, which must not count twice.
      if (run.category === EVERY_STREET_CRIME) return;
      const key = `${run.boundaryVersion} ${run.publisher}`;
      const tally = tallies.get(key) ?? emptyTally(run);
      tallies.set(key, tally);
      addTo(tally, run);
    },
    tallies: () => [...tallies.values()],
  };
}

/** Gives the runs on as they come, each counted on its way. */
export function* tallied(runs: Iterable<CategorySeries>, { add }: Tallier): Generator<CategorySeries> {
  for (const run of runs) {
    add(run);
    yield run;
  }
}

const emptyRun = (): MonthRun => ({ start: 0, values: [] });

/** The tally of a file of which only the totals are known. */
export function tallyOfTotals(totals: MonthRun): MonthTally {
  return { ...emptyTally({ publisher: '', boundaryVersion: 'unplaced' }), totals };
}

function emptyTally({ publisher, boundaryVersion }: Pick<CategorySeries, 'publisher' | 'boundaryVersion'>): MonthTally {
  return {
    publisher,
    boundaryVersion,
    totals: emptyRun(),
    cells: 0,
    filled: emptyRun(),
    filledAt: SHARES.map(emptyRun),
    areas: new Map(),
    categories: new Map(),
  };
}

function addTo(tally: MonthTally, { areaCode, category, firstMonth, values }: CategorySeries): void {
  const start = monthNumber(firstMonth);
  tally.cells += 1;
  addRun(tally.totals, start, values);
  addRun(runOf(tally.areas, areaCode), start, values);
  addRun(runOf(tally.categories, category), start, values);
  addRun(
    tally.filled,
    start,
    values.map((value) => (value === null ? null : Number(value > 0))),
  );
  for (const [place, expected] of usualCells(values, SHARES).entries()) {
    const into = tally.filledAt[place];
    if (into) addRun(into, start, expected);
  }
}

function runOf(runs: Map<string, MonthRun>, key: string): MonthRun {
  const known = runs.get(key);
  if (known) return known;
  const created = emptyRun();
  runs.set(key, created);
  return created;
}
