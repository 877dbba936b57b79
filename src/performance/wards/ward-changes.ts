import { falseDiscoveryRates } from '../../lib/statistics/multiple/index.ts';
import { compareRows, type RowFigures } from '../comparison/compare-rows.ts';
import { isJudgedByYears } from '../comparison/judged-by-years.ts';
import type { ComparisonRow, MonthlyFigures, PerformanceArea } from '../model.ts';
import type { Periods } from '../periods/previous-period.ts';
import type { WardChange, WardChanges } from './model.ts';

/** Most that may be false of the changes called clear. */
const MOST_FALSE = 0.05;

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
 * @param test 'counts': by the counts alone, which take all that differs between years for a change
 * @param because why a measure is not compared, by name
 * @param least count under which numbers are small, and not judged
 * @returns by ward, then by measure, in the orders given
 */
export function changesOf(
  {
    wards,
    measures,
    figures,
    test = 'years',
    because,
  }: {
    wards: readonly PerformanceArea[];
    measures: readonly ChangedMeasure[];
    figures: readonly MonthlyFigures[];
    test?: WardChanges['test'];
    because?: ReadonlyMap<string, string>;
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
      ...{ group: area.name, because: because?.get(measure.measure) ?? null, boroughs: null },
      figures: because?.has(measure.measure) ? null : (held.get(keyOf(measure.measure, area)) ?? null),
      peers: {
        named: `${beside.length} wards of ${area.boroughName ?? 'the borough'}`,
        figures: beside.flatMap((each) => held.get(keyOf(measure.measure, each)) ?? []),
      },
    };
  });
  const compared = compareRows(rows, periods, least);
  const rates = falseDiscoveryRates(compared.map((row) => pValueBy(row, test)));
  return compared.flatMap((row, at) => {
    const area = cells[at]?.area;
    const falseDiscovery = rates[at] ?? null;
    if (area === undefined) return [];
    return { area, row, falseDiscovery, calledClear: falseDiscovery !== null && falseDiscovery <= MOST_FALSE };
  });
}

/** The p-value by the test asked; null for a row that it does not judge: the two tests are never mixed. */
function pValueBy(row: ComparisonRow, test: WardChanges['test']): number | null {
  if (test === 'years') return isJudgedByYears(row) ? row.dispersedPValue : null;
  return row.countsVerdict === 'clear' || row.countsVerdict === 'could be chance' ? row.pValue : null;
}

const keyOf = (measure: string, { word }: PerformanceArea): string => `${measure} ${word}`;
