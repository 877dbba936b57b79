import { addMonths, type Month, monthName } from '../../lib/calendar/month.ts';

/** Runs of months named; more are counted. */
const MOST_RUNS = 4;

/**
 * Months in words, those in a row as one run.
 * @param months in order, at least one
 * @example
 * monthRuns(['2016-01', '2016-02', '2016-04']); // "January 2016 to February 2016, April 2016"
 */
export function monthRuns(months: readonly Month[]): string {
  const runs: { from: Month; to: Month }[] = [];
  for (const month of months) {
    const last = runs.pop();
    const goesOn = last !== undefined && addMonths(last.to, 1) === month;
    if (last !== undefined && !goesOn) runs.push(last);
    runs.push(goesOn ? { from: last.from, to: month } : { from: month, to: month });
  }
  if (runs.length > MOST_RUNS) return `${months.length} months ${run(runs[0]?.from, runs.at(-1)?.to, 'from ')}`;
  return runs.map(({ from, to }) => run(from, to)).join(', ');
}

function run(from: Month | undefined, to: Month | undefined, before = ''): string {
  if (from === undefined || to === undefined) return '';
  return from === to ? monthName(from) : `${before}${monthName(from)} to ${monthName(to)}`;
}
