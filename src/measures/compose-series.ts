import { type Month, monthFromNumber, monthNumber } from '../lib/calendar/month.ts';
import { ADDING_PUBLISHERS } from './adding-publishers.ts';
import { outsidePeriod } from './catalogue/category-periods.ts';
import { eachDoubtful, type FindingOf } from './completeness/mark-doubtful.ts';
import { datasetOf, datasetsOf } from './dataset-of.ts';
import type { HeldSeries, UnusedMonths, UsableImport } from './held-series.ts';
import type { Measure, Origin, Series } from './model.ts';
import { doubtfulMasks, type Span, spanOf, unusedMasks } from './run-masks.ts';
import { sumsCategory } from './sums-category.ts';

export type { HeldSeries, UnusedMonths, UsableImport } from './held-series.ts';

export interface Composition {
  boundaryVersion: Series['boundaryVersion'];
  /** First month in which the areas of this version existed; null when that does not matter, as for boroughs. */
  areasSince: Month | null;
  vintage: string;
  synthetic: boolean;
  imports: UsableImport[];
  unused: UnusedMonths[];
  /** What was found to lack in months of the imports, of whole files or of single areas and categories. */
  findings?: readonly FindingOf[];
  rows: HeldSeries[];
}

/** Running sums of one area, by month from the composition's first. */
interface Sum {
  values: Float64Array;
  /** 1 where a territorial publisher has the month. */
  covered: Uint8Array;
  /** 1 where a file has some of the categories summed and cannot say another, so that a sum would be too small. */
  partial: Uint8Array;
  /** 1 where the file of a territorial publisher is doubtful. */
  doubtful: Uint8Array;
  imports: Set<string>;
}

/**
 * Makes the series of one measure from the source categories of one vintage. One dataset makes it, for datasets never
 * add: of those the measure names, the one with figures for most areas, the first named of equals. Its categories and
 * publishers add up, and for a month of an area that several files hold only the complete one counts.
 * @returns one series for each area with rows, by area code, all over the same months; a month without a value is null
 */
export function composeSeries(measure: Measure, composition: Composition): Series[] {
  const ofDataset = new Map<string, HeldSeries[]>();
  const summed = summedBy(measure);
  for (const row of composition.rows) {
    if (!summed(row.category)) continue;
    const dataset = datasetOf(row.category);
    const rows = ofDataset.get(dataset);
    if (rows) rows.push(row);
    else ofDataset.set(dataset, [row]);
  }
  let [best, most]: [Series[], number] = [[], 0];
  for (const dataset of datasetsOf(measure)) {
    const series = composeRows(measure, composition, ofDataset.get(dataset) ?? []);
    const covered = series.filter(({ values }) => values.some((value) => value !== null)).length;
    // A series without a value says that there are rows, and that they lack a part of the sum: better than nothing said.
    if (covered > most || best.length === 0) [best, most] = [series, covered];
  }
  return best;
}

/** Whether a measure sums a category, remembered for each measure: the same few hundred are asked again and again. */
function summedBy(measure: Measure): (category: string) => boolean {
  const known = SUMMED.get(measure) ?? new Map<string, boolean>();
  SUMMED.set(measure, known);
  return (category) => {
    const before = known.get(category);
    if (before !== undefined) return before;
    const sums = sumsCategory(measure, category);
    known.set(category, sums);
    return sums;
  };
}
const SUMMED = new WeakMap<Measure, Map<string, boolean>>();

/** The series from the rows of one dataset. */
function composeRows(measure: Measure, composition: Composition, rows: readonly HeldSeries[]): Series[] {
  const span = spanOf(rows);
  const unused = unusedMasks(composition.unused, span);
  // What is counted once has no usual month.
  const doubtful = measure.every === 'once' ? new Map() : doubtfulMasks(composition.imports, span);
  const sums = new Map<string, Sum>();
  for (const row of rows) {
    const sum = sums.get(row.areaCode) ?? {
      values: new Float64Array(span.length),
      covered: new Uint8Array(span.length),
      partial: new Uint8Array(span.length),
      doubtful: new Uint8Array(span.length),
      imports: new Set(),
    };
    sums.set(row.areaCode, sum);
    const file = `${row.importId} ${row.publisher}`;
    addRow(sum, row, { unused: unused.get(`${file} ${row.areaCode}`), doubtful: doubtful.get(file) }, span);
  }
  if (measure.every !== 'once') markDoubtful(sums, composition.findings ?? [], rows, unused, span);
  markPartial(sums, rows, unused, span);
  return inOneIndex(measure, composition, sums, span);
}

/** Marks months of areas in which a file lacks something that the series sums; the railway police make no month doubtful. */
function markDoubtful(
  sums: ReadonlyMap<string, Sum>,
  findings: readonly FindingOf[],
  rows: readonly HeldSeries[],
  unused: ReadonlyMap<string, Uint8Array>,
  span: Span,
): void {
  const territorial = rows.filter(({ publisher }) => !ADDING_PUBLISHERS.has(publisher));
  eachDoubtful(territorial, findings, ({ importId, publisher, areaCode }, month) => {
    const sum = sums.get(areaCode);
    const isUnused = unused.get(`${importId} ${publisher} ${areaCode}`)?.[month - span.first] === 1;
    if (sum && !isUnused) sum.doubtful[month - span.first] = 1;
  });
}

/** Marks the months of an area for which a territorial publisher's file has a value in one category and none in another. */
function markPartial(
  sums: ReadonlyMap<string, Sum>,
  rows: readonly HeldSeries[],
  unused: ReadonlyMap<string, Uint8Array>,
  span: Span,
): void {
  const lacking = new Map<string, Uint8Array>();
  const keyOf = ({ importId, publisher, areaCode }: HeldSeries): string => `${importId} ${publisher} ${areaCode}`;
  const territorial = rows.filter(({ publisher }) => !ADDING_PUBLISHERS.has(publisher));
  for (const row of territorial.filter(({ values }) => values.includes(null))) {
    const mask = lacking.get(keyOf(row)) ?? new Uint8Array(span.length);
    lacking.set(keyOf(row), mask);
    const start = monthNumber(row.firstMonth) - span.first;
    row.values.forEach((value, index) => {
      if (value === null && unused.get(keyOf(row))?.[start + index] !== 1) mask[start + index] = 1;
    });
  }
  for (const row of territorial) {
    const [mask, sum] = [lacking.get(keyOf(row)), sums.get(row.areaCode)];
    if (!mask || !sum) continue;
    const start = monthNumber(row.firstMonth) - span.first;
    row.values.forEach((value, index) => {
      if (value !== null && mask[start + index] === 1) sum.partial[start + index] = 1;
    });
  }
}

interface Masks {
  unused: Uint8Array | undefined;
  doubtful: Uint8Array | undefined;
}

function addRow(sum: Sum, row: HeldSeries, { unused, doubtful }: Masks, span: Span): void {
  const start = monthNumber(row.firstMonth) - span.first;
  const adds = ADDING_PUBLISHERS.has(row.publisher);
  const outside = outsidePeriod(row.category);
  let any = false;
  row.values.forEach((value, index) => {
    const at = start + index;
    if (value === null || unused?.[at] === 1) return;
    // None of a category that was not in use says nothing; a figure of it is counted all the same.
    if (value === 0 && outside !== null && outside(span.first + at)) return;
    sum.values[at] = (sum.values[at] ?? 0) + value;
    if (!adds) sum.covered[at] = 1;
    if (!adds && doubtful?.[at] === 1) sum.doubtful[at] = 1;
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
    .map(([areaCode, sum]) => {
      const used = composition.imports.filter(({ importId }) => sum.imports.has(importId));
      const values = Array.from(sum.values.subarray(first, end), (value, at) =>
        sum.covered[first + at] === 1 && sum.partial[first + at] !== 1 ? value : null,
      );
      return {
        measure: measure.name,
        areaCode,
        boundaryVersion: composition.boundaryVersion,
        vintage: composition.vintage,
        synthetic: composition.synthetic,
        files: used.map(({ file }) => file),
        firstMonth,
        values,
        origins: originsOf(measure, values, span.first + first, composition, used),
        doubtful: Array.from(sum.doubtful).flatMap((is, at) => (is === 1 ? [monthFromNumber(span.first + at)] : [])),
        backCast: isBackCast(measure, firstMonth, composition, used),
        convertedFrom: null,
      };
    });
}

const isCounted = (used: readonly UsableImport[]): boolean => used.some(({ countedHere }) => countedHere === true);

/** Only monthly figures that a publisher gives by ward were counted anew for wards that came later. */
function isBackCast(
  { every }: Measure,
  firstMonth: Month,
  { areasSince }: Composition,
  used: readonly UsableImport[],
): boolean {
  return every === 'month' && areasSince !== null && firstMonth < areasSince && !isCounted(used);
}

function originsOf(
  { every }: Measure,
  values: readonly (number | null)[],
  first: number,
  { areasSince, synthetic }: Composition,
  used: readonly UsableImport[],
): (Origin | null)[] {
  const since = areasSince === null || every !== 'month' ? -Infinity : monthNumber(areasSince);
  const counted = isCounted(used);
  const of = (month: number): Origin =>
    synthetic ? 'made up' : counted ? 'counted from incidents' : month < since ? 'published, back-cast' : 'published';
  return values.map((value, at) => (value === null ? null : of(first + at)));
}
