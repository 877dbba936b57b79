import type { BoundaryVersion } from '../geography/index.ts';
import { type Month, monthFromNumber, monthNumber } from '../lib/calendar/month.ts';
import type { Records } from '../platform/database/index.ts';
import { readFindings } from './completeness/completeness-store.ts';
import { type Composition, composeSeries, type UsableImport } from './compose-series.ts';
import { doubtfulMonths } from './doubtful-months.ts';
import { readHarmWeights } from './harm/harm-store.ts';
import { isWeighed, weighSeries } from './harm/weigh-series.ts';
import { measuresSumming } from './measures-summing.ts';
import type { Measure, Series } from './model.ts';
import { type LiveHolding, readRuns, readUnusedMonths } from './reading-store.ts';

/** Kinds of file whose figures are incidents placed in areas here. */
const COUNTED_HERE = new Set(['street', 'stop-and-search', 'outcomes', 'police-api-crimes']);

/** Areas of one set whose figures are wanted. */
export interface AreasWanted {
  boundaryVersion: BoundaryVersion;
  areaCodes: readonly string[];
  /** First month in which the areas of the set existed; null when that does not matter. */
  areasSince: Month | null;
}

/** Measures wanted of one vintage. */
export interface VintageWanted {
  vintage: string;
  measures: readonly Measure[];
}

/**
 * Reads and composes measures of several vintages for some areas, in two statements whatever their number.
 * @param holdings all that live imports hold, of any vintage and set of areas
 * @returns for each vintage wanted the series it has, measure by measure
 */
export async function composeFrom(
  records: Records,
  holdings: readonly LiveHolding[],
  areas: AreasWanted,
  wanted: readonly VintageWanted[],
): Promise<Series[][]> {
  const plans = wanted.map(({ vintage, measures }) => {
    const names = new Set(measures.map(({ name }) => name));
    const isWanted = (category: string): boolean => measuresSumming(category).some((name) => names.has(name));
    const held = holdings.filter(
      (each) =>
        each.vintage === vintage && each.boundaryVersion === areas.boundaryVersion && each.categories.some(isWanted),
    );
    return { vintage, measures, held, categories: held.flatMap(({ categories }) => categories.filter(isWanted)) };
  });
  const asked = {
    ...areas,
    importIds: [...new Set(plans.flatMap(({ held }) => held.map(({ importId }) => importId)))],
    categories: [...new Set(plans.flatMap(({ categories }) => categories))],
  };
  if (asked.importIds.length === 0 || areas.areaCodes.length === 0) return wanted.map(() => []);
  const [rows, unused] = [await readRuns(records, asked), await readUnusedMonths(records, asked)];
  const findings = await readFindings(records, asked);
  const weights = wanted.some(({ measures }) => measures.some(isWeighed)) ? await readHarmWeights(records) : null;
  return plans.map(({ vintage, measures, held }) => {
    const ids = new Set(held.map(({ importId }) => importId));
    const composition: Composition = {
      ...{ boundaryVersion: areas.boundaryVersion, areasSince: areas.areasSince, vintage },
      synthetic: held.every(({ kind }) => kind === 'synthetic'),
      imports: usableImports(held),
      unused: unused.filter(({ importId }) => ids.has(importId)),
      findings: findings.filter(({ importId }) => ids.has(importId)),
      rows: rows.filter(({ importId }) => ids.has(importId)),
    };
    return measures.flatMap((measure) =>
      isWeighed(measure) && !composition.synthetic
        ? weighSeries(measure, composition, weights)
        : composeSeries(measure, composition),
    );
  });
}

function usableImports(held: readonly LiveHolding[]): UsableImport[] {
  const imports = new Map<
    string,
    { importId: string; file: string; countedHere: boolean; doubtful: Map<string, Month[]> }
  >();
  for (const holding of held) {
    const { importId, file, kind, publisher } = holding;
    const known = imports.get(importId) ?? { importId, file, countedHere: COUNTED_HERE.has(kind), doubtful: new Map() };
    imports.set(importId, known);
    known.doubtful.set(publisher, doubtOf(holding));
  }
  return [...imports.values()];
}

/** Doubt as judged, by the totals it was judged from: the same files are read again and again. */
const JUDGED = new Map<string, Month[]>();
const MOST_KEPT = 2000;

/** Months in which a holding seems to lack much: the one place where completeness is asked. */
function doubtOf({ firstMonth, totals }: LiveHolding): Month[] {
  if (firstMonth === null) return [];
  const key = `${firstMonth} ${totals.join()}`;
  const before = JUDGED.get(key);
  if (before !== undefined) return before;
  const first = monthNumber(firstMonth);
  const held = totals.flatMap((total, at): [Month, number][] =>
    total === null ? [] : [[monthFromNumber(first + at), total]],
  );
  const months = doubtfulMonths(new Map(held));
  if (JUDGED.size >= MOST_KEPT) JUDGED.clear();
  JUDGED.set(key, months);
  return months;
}
