import { type Month, monthFromNumber, monthNumber } from '../lib/calendar/month.ts';
import type { CategorySeries, Measure, Series } from './model.ts';
import { sumsCategory } from './sums-category.ts';

/** A run of one source category as held: which import it came with. */
export interface HeldSeries extends CategorySeries {
  importId: string;
}

/** What one import of a vintage may be used for. */
export interface UsableImport {
  importId: string;
  file: string;
  /** Publisher → months for which this import is the complete one. */
  usedMonths: Map<string, Set<Month>>;
}

export interface Composition {
  boundaryVersion: Series['boundaryVersion'];
  /** First month in which the areas of this version existed; null when that does not matter, as for boroughs. */
  areasSince: Month | null;
  vintage: string;
  synthetic: boolean;
  imports: UsableImport[];
  rows: HeldSeries[];
}

/**
 * Publishers whose counts lie beside those of a territorial force: the railway police record what happens at stations.
 * They add to a month that the territorial force has, and never make one alone.
 */
const ADDING_PUBLISHERS = new Set(['btp']);

interface Sum {
  values: Map<number, number>;
  covered: Set<number>;
  imports: Set<string>;
}

/**
 * Makes the series of one measure from the source categories of one vintage: categories and publishers add up, and
 * for a month that several files hold only the complete one counts.
 * @returns one series for each area with rows, by area code, all over the same months; a month without a value is null
 */
export function composeSeries(measure: Measure, composition: Composition): Series[] {
  const imports = new Map(composition.imports.map((each) => [each.importId, each]));
  const sums = new Map<string, Sum>();
  const sumOf = (areaCode: string): Sum => {
    const sum = sums.get(areaCode) ?? { values: new Map(), covered: new Set(), imports: new Set() };
    sums.set(areaCode, sum);
    return sum;
  };
  const isSummed = remember((category: string) => sumsCategory(measure, category));
  for (const row of composition.rows) {
    const used = imports.get(row.importId)?.usedMonths.get(row.publisher);
    if (used && isSummed(row.category)) addRow(sumOf(row.areaCode), row, used);
  }
  return inOneIndex(measure, composition, sums);
}

function addRow(sum: Sum, row: HeldSeries, used: Set<Month>): void {
  const first = monthNumber(row.firstMonth);
  const adds = ADDING_PUBLISHERS.has(row.publisher);
  row.values.forEach((value, index) => {
    const month = first + index;
    if (value === null || !used.has(monthOf(month))) return;
    sum.values.set(month, (sum.values.get(month) ?? 0) + value);
    sum.imports.add(row.importId);
    if (!adds) sum.covered.add(month);
  });
}

function inOneIndex(measure: Measure, composition: Composition, sums: Map<string, Sum>): Series[] {
  const months = [...sums.values()].flatMap((sum) => [...sum.covered]);
  if (months.length === 0) return [];
  const first = months.reduce((a, b) => Math.min(a, b));
  const last = months.reduce((a, b) => Math.max(a, b));
  const firstMonth = monthOf(first);
  const backCast = composition.areasSince !== null && firstMonth < composition.areasSince;
  const index = Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([areaCode, sum]) => ({
      measure: measure.name,
      areaCode,
      boundaryVersion: composition.boundaryVersion,
      vintage: composition.vintage,
      synthetic: composition.synthetic,
      files: composition.imports.filter(({ importId }) => sum.imports.has(importId)).map(({ file }) => file),
      firstMonth,
      values: index.map((month) => (sum.covered.has(month) ? (sum.values.get(month) ?? null) : null)),
      backCast,
    }));
}

const monthOf = remember(monthFromNumber);

function remember<K, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    if (!known.has(key)) known.set(key, compute(key));
    return known.get(key) as V;
  };
}
