import type { Month } from '../../lib/calendar/month.ts';
import type { AreaMonthType, CountedArea } from './model.ts';
import { monthsOfArea } from './months-of-area.ts';
import { areaNotes } from './notes.ts';

/** Incidents of one area, force, month and type. */
export interface CountedIncidents {
  area: number;
  month: Month;
  force: string;
  type: string;
  incidents: number;
}

/**
 * Puts an area's answer together.
 * @param found its own incidents
 * @param range every month asked for
 * @param held months of which each force has a file
 */
export function countedArea(
  name: string,
  found: readonly CountedIncidents[],
  { range, held }: { range: readonly Month[]; held: ReadonlyMap<string, ReadonlySet<Month>> },
  about: { snapPoints: number; sideMetres: number; spacingMetres: number | null },
): CountedArea {
  const byForceMonth = sums(found, ({ force, month }) => `${force} ${month}`);
  const types = [...sums(found, ({ type }) => type)].map(([type, incidents]) => ({ type, incidents }));
  const months = monthsOfArea(range, byForceMonth, held);
  const incidents = found.reduce((sum, each) => sum + each.incidents, 0);
  return {
    name,
    incidents,
    snapPoints: about.snapPoints,
    types: types.sort((a, b) => b.incidents - a.incidents || (a.type < b.type ? -1 : 1)),
    months,
    series: seriesOf(found),
    notes: areaNotes({
      incidents,
      ...about,
      partialMonths: months.filter(({ isPartial }) => isPartial).length,
      unknownMonths: months.filter((month) => month.incidents === null).length,
    }),
  };
}

function seriesOf(found: readonly CountedIncidents[]): AreaMonthType[] {
  const byMonthType = sums(found, ({ month, type }) => `${month} ${type}`);
  return [...byMonthType]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, incidents]) => ({ month: key.slice(0, 7) as Month, type: key.slice(8), incidents }));
}

function sums(found: readonly CountedIncidents[], keyOf: (each: CountedIncidents) => string): Map<string, number> {
  const totals = new Map<string, number>();
  for (const each of found) totals.set(keyOf(each), (totals.get(keyOf(each)) ?? 0) + each.incidents);
  return totals;
}
