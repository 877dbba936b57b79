import { heldVintages } from '../../measures/service.ts';
import type { Records } from '../../platform/database/index.ts';
import { countIn } from '../figures/count-in.ts';
import { sumAreas } from '../figures/sum-areas.ts';
import type { PerformanceArea } from '../model.ts';
import type { Periods } from '../periods/previous-period.ts';

/** The vintages that hold one of two periods, and none that holds both: a vintage is never mixed with another. */
export interface HeldApart {
  current: string;
  previous: string;
}

/**
 * Measures of which every vintage lacks one of two periods, though each period is held in some.
 * @param measures names in the catalogue, whose figures lack one of the periods
 * @returns by measure, the latest vintages that hold each
 */
export async function heldApart(
  records: Records,
  measures: readonly string[],
  { area, periods }: { area: PerformanceArea; periods: Periods },
): Promise<ReadonlyMap<string, HeldApart>> {
  if (measures.length === 0) return new Map();
  const { areaCodes, boundaryVersion } = area;
  const holding = new Map<string, { current: string | null; previous: string | null }>();
  for (const vintage of await heldVintages(records, { areaCodes, boundaryVersion })) {
    const series = await vintage.read(measures);
    for (const measure of measures) {
      const summed = sumAreas(
        area,
        series.filter((each) => each.measure === measure),
      );
      const known = holding.get(measure) ?? { current: null, previous: null };
      const has = (period: Periods['current']): string | null =>
        summed !== null && countIn(summed, period) !== null ? vintage.vintage : null;
      holding.set(measure, {
        current: known.current ?? has(periods.current),
        previous: known.previous ?? has(periods.previous),
      });
    }
  }
  return new Map(
    [...holding].flatMap(([measure, { current, previous }]): [string, HeldApart][] =>
      current === null || previous === null ? [] : [[measure, { current, previous }]],
    ),
  );
}
