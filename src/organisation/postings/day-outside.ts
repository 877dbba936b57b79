import { isOn } from '../../lib/calendar/day-runs.ts';
import type { Days } from '../post-book.ts';

/**
 * The first of some days that lies in none of the runs; null where they cover all of them.
 * @example
 * dayOutside({ from: '2026-03-01', until: null }, [{ from: '2026-01-01', until: '2026-06-01' }]); // '2026-06-01'
 */
export function dayOutside(days: Days, runs: readonly Days[]): string | null {
  let day = days.from;
  for (;;) {
    if (days.until !== null && day >= days.until) return null;
    const run = runs.find((each) => isOn(each, day));
    if (run === undefined) return day;
    if (run.until === null) return null;
    day = run.until;
  }
}
