import type { Month } from '../../lib/calendar/month.ts';
import type { ChartMonth } from './chart-months.ts';
import type { StepChange } from './model.ts';

/** A gap this long ends a run: what came before may have been another level. */
const LONG_GAP = 3;

/**
 * What is drawn of the ordinary months up to a baseline's end, in runs that no step change and no long gap lies in: how months
 * scatter and resemble one another is taken from all of them, since 24 tell little of it.
 */
export function historyOf(
  all: readonly ChartMonth[],
  until: Month,
  steps: readonly StepChange[],
  drawnOf: (month: ChartMonth) => number | null,
): (number | null)[][] {
  const changes = new Set(steps.map(({ month }) => month));
  const runs: (number | null)[][] = [];
  let run: (number | null)[] = [];
  let gap = 0;
  for (const each of all) {
    if (each.month > until) break;
    const value = each.ordinary ? drawnOf(each) : null;
    if (changes.has(each.month) || (value !== null && gap >= LONG_GAP)) {
      runs.push(run);
      run = [];
    }
    gap = value === null ? gap + 1 : 0;
    run.push(value);
  }
  return [...runs, run].map(withoutEnds).filter((each) => each.length > 0);
}

function withoutEnds(run: readonly (number | null)[]): (number | null)[] {
  const first = run.findIndex((value) => value !== null);
  return first === -1 ? [] : run.slice(first, run.findLastIndex((value) => value !== null) + 1);
}
