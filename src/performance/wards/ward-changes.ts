import { compareRows, type RowFigures } from '../comparison/compare-rows.ts';
import type { MonthlyFigures, PerformanceArea } from '../model.ts';
import type { Periods } from '../periods/previous-period.ts';
import type { WardChange } from './model.ts';

/** Most that may be false of the changes called clear. */
export const MOST_FALSE = 0.05;

/** A measure whose change is compared in every ward. */
export interface ChangedMeasure {
  measure: string;
  printed: string;
  polarity: RowFigures['polarity'];
}

/**
 * Compares two periods in every ward and measure at once, and judges all changes together: one is called clear only where,
 * of all that are called so, at most 5 % are expected to be false. Wards have the other wards of their borough to estimate
 * from how much years usually differ, where their own earlier years are too few.
 * @param figures of the measures and wards, whichever are held
 * @param least count under which numbers are small, and not judged
 * @returns by ward, then by measure, in the orders given
 */
export function changesOf(
  {
    wards,
    measures,
    figures,
  }: {
    wards: readonly PerformanceArea[];
    measures: readonly ChangedMeasure[];
    figures: readonly MonthlyFigures[];
  },
  periods: Periods,
  least: number,
): WardChange[] {
  const held = new Map(figures.map((each) => [keyOf(each.measure, each.area), each]));
  const cells = wards.flatMap((area) => measures.map((measure) => ({ area, measure })));
  const rows = cells.map(({ area, measure }): RowFigures => {
    const beside = wards.filter(({ boroughCode }) => boroughCode === area.boroughCode);
    return {
      ...measure,
      ...{ group: area.name, because: null, boroughs: null },
      figures: held.get(keyOf(measure.measure, area)) ?? null,
      peers: {
        named: `${beside.length} wards of ${area.boroughName ?? 'the borough'}`,
        figures: beside.flatMap((each) => held.get(keyOf(measure.measure, each)) ?? []),
      },
    };
  });
  return compareRows(rows, periods, least).flatMap((row, at) => {
    const area = cells[at]?.area;
    if (area === undefined) return [];
    return { area, row, calledClear: row.falseDiscovery !== null && row.falseDiscovery <= MOST_FALSE };
  });
}

const keyOf = (measure: string, { word }: PerformanceArea): string => `${measure} ${word}`;
