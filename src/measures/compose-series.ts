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

/** Running sums of one area, by month from the composition's first. */
interface Sum {
  values: Float64Array;
  /** 1 where a territorial publisher has the month. */
  covered: Uint8Array;
  imports: Set<string>;
}

/** Months from the first to the last that any row has. */
interface Span {
  first: number;
  length: number;
}

/**
 * Makes the series of one measure from the source categories of one vintage: categories and publishers add up, and
 * for a month that several files hold only the complete one counts.
 * @returns one series for each area with rows, by area code, all over the same months; a month without a value is null
 */
export function composeSeries(measure: Measure, composition: Composition): Series[] {
  const summed = new Map<string, boolean>();
  const rows = composition.rows.filter(({ category }) => {
    if (!summed.has(category)) summed.set(category, sumsCategory(measure, category));
    return summed.get(category) === true;
  });
  const span = spanOf(rows);
  const used = usedMasks(composition.imports, span);
  const sums = new Map<string, Sum>();
  for (const row of rows) {
    const mask = used.get(`${row.importId} ${row.publisher}`);
    if (!mask) continue;
    const sum = sums.get(row.areaCode) ?? {
      values: new Float64Array(span.length),
      covered: new Uint8Array(span.length),
      imports: new Set(),
    };
    sums.set(row.areaCode, sum);
    addRow(sum, row, mask, span);
  }
  return inOneIndex(measure, composition, sums, span);
}

function spanOf(rows: readonly HeldSeries[]): Span {
  let [first, end] = [Infinity, -Infinity];
  for (const { firstMonth, values } of rows) {
    const start = monthNumber(firstMonth);
    first = Math.min(first, start);
    end = Math.max(end, start + values.length);
  }
  return first === Infinity ? { first: 0, length: 0 } : { first, length: end - first };
}

/** For each import and publisher, 1 where its month is used. */
function usedMasks(imports: readonly UsableImport[], span: Span): Map<string, Uint8Array> {
  const masks = new Map<string, Uint8Array>();
  for (const { importId, usedMonths } of imports) {
    for (const [publisher, months] of usedMonths) {
      const mask = new Uint8Array(span.length);
      for (const month of months) {
        const at = monthNumber(month) - span.first;
        if (at >= 0 && at < span.length) mask[at] = 1;
      }
      masks.set(`${importId} ${publisher}`, mask);
    }
  }
  return masks;
}

function addRow(sum: Sum, row: HeldSeries, used: Uint8Array, span: Span): void {
  const start = monthNumber(row.firstMonth) - span.first;
  const adds = ADDING_PUBLISHERS.has(row.publisher);
  let any = false;
  row.values.forEach((value, index) => {
    const at = start + index;
    if (value === null || used[at] !== 1) return;
    sum.values[at] = (sum.values[at] ?? 0) + value;
    if (!adds) sum.covered[at] = 1;
    any = true;
  });
  if (any) sum.imports.add(row.importId);
}

function inOneIndex(measure: Measure, composition: Composition, sums: Map<string, Sum>, span: Span): Series[] {
  const covered = Array.from({ length: span.length }, (_, at) =>
    [...sums.values()].some((sum) => sum.covered[at] === 1),
  );
  const first = covered.indexOf(true);
  if (first === -1) return [];
  const end = covered.lastIndexOf(true) + 1;
  const firstMonth = monthFromNumber(span.first + first);
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
      values: Array.from(sum.values.subarray(first, end), (value, at) =>
        sum.covered[first + at] === 1 ? value : null,
      ),
      backCast: composition.areasSince !== null && firstMonth < composition.areasSince,
    }));
}
