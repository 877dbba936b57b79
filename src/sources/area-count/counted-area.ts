import type { Month } from '../../lib/calendar/month.ts';
import type { ChosenFiles } from './choose-lake-files.ts';
import { grouped } from './grouped.ts';
import type { AreaMonthType, CountedArea } from './model.ts';
import { type ForceMonths, monthsOfArea } from './months-of-area.ts';
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
 * Puts an area's answer together. Incidents of a month that no file covers are not counted.
 * @param found its own incidents
 * @param range every month asked for
 * @param chosen what is counted for it
 * @param typesIn the types there were in a month, of those asked for
 */
export function countedArea(
  name: string,
  found: readonly CountedIncidents[],
  {
    range,
    chosen,
    typesIn,
  }: { range: readonly Month[]; chosen: readonly ChosenFiles[]; typesIn: (month: Month) => readonly string[] },
  about: { snapPoints: number; sideMetres: number; spacingMetres: number | null },
): CountedArea {
  const byForceMonth = sums(found, ({ force, month }) => `${force} ${month}`);
  const months = monthsOfArea(range, byForceMonth, forceMonths(found, chosen, typesIn));
  const known = new Set(months.flatMap(({ month, incidents }) => (incidents === null ? [] : [month])));
  const counted = found.filter(({ month }) => known.has(month));
  const types = [...sums(counted, ({ type }) => type)].map(([type, incidents]) => ({ type, incidents }));
  const incidents = known.size === 0 ? null : total(counted);
  const shares = chosen.filter(({ share }) => share > 0).map(({ share }) => share);
  return {
    name,
    incidents,
    snapPoints: known.size === 0 ? 0 : about.snapPoints,
    types: types.sort((a, b) => b.incidents - a.incidents || (a.type < b.type ? -1 : 1)),
    months,
    series: seriesOf(counted),
    notes: areaNotes({
      incidents,
      ...about,
      coveredShare: Math.min(1, ...shares),
      uncounted: total(found) - total(counted),
      partialMonths: months.filter(({ isPartial }) => isPartial).length,
      unknownMonths: months.filter((month) => month.incidents === null).length,
    }),
  };
}

/** What files say of the forces that matter in an area. */
export function forceMonths(
  found: readonly CountedIncidents[],
  chosen: readonly ChosenFiles[],
  typesIn: (month: Month) => readonly string[],
): Map<string, ForceMonths> {
  const present = new Set(found.map(({ force }) => force));
  const ofForce = grouped(chosen, ({ force }) => force);
  return new Map(
    [...ofForce].flatMap(([force, files]): [string, ForceMonths][] => {
      const covering = grouped(
        files.filter(({ share }) => share > 0),
        ({ month }) => month,
      );
      if (covering.size === 0 && !present.has(force)) return [];
      const months = [...covering.keys()] as Month[];
      const lacking = months.filter((month) => (covering.get(month)?.length ?? 0) < typesIn(month).length);
      return [
        [
          force,
          {
            held: new Set(files.map(({ month }) => month)),
            covered: new Set(months),
            lacking: new Set(lacking),
          },
        ],
      ];
    }),
  );
}

function seriesOf(found: readonly CountedIncidents[]): AreaMonthType[] {
  const byMonthType = sums(found, ({ month, type }) => `${month} ${type}`);
  return [...byMonthType]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, incidents]) => ({ month: key.slice(0, 7) as Month, type: key.slice(8), incidents }));
}

function total(found: readonly CountedIncidents[]): number {
  return found.reduce((sum, { incidents }) => sum + incidents, 0);
}

function sums(found: readonly CountedIncidents[], keyOf: (each: CountedIncidents) => string): Map<string, number> {
  const totals = new Map<string, number>();
  for (const each of found) totals.set(keyOf(each), (totals.get(keyOf(each)) ?? 0) + each.incidents);
  return totals;
}
