import { type Month, monthName } from '../../lib/calendar/month.ts';
import type { Surge } from '../../lib/statistics/surges/index.ts';

/** A point of a chart of rare events, as far as its surge is told. */
export interface SurgingPoint {
  month: Month;
  surge: Surge | null;
}

/**
 * What came more often than usual, one phrase for each run of points with a surge: "9 in July 2024, where about 0.3 is usual",
 * "24 in the 12 months to March 2025, where about 3.6 is usual". Of a run the least likely is told.
 */
export function saySurges(points: readonly SurgingPoint[]): string[] {
  const runs: (SurgingPoint & { surge: Surge })[][] = [[]];
  for (const { month, surge } of points) {
    if (surge === null) runs.push([]);
    else runs.at(-1)?.push({ month, surge });
  }
  return runs.flatMap((run) => {
    const [least] = run.toSorted((a, b) => a.surge.chance - b.surge.chance);
    return least === undefined ? [] : [saySurge(least)];
  });
}

function saySurge({ month, surge: { events, months, usual } }: SurgingPoint & { surge: Surge }): string {
  const when = months === 1 ? `in ${monthName(month)}` : `in the ${months} months to ${monthName(month)}`;
  return `${events} ${when}, where about ${usual < 0.05 ? 'none' : usual.toFixed(1)} is usual`;
}
