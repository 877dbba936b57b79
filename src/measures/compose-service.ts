import { type Month, monthFromNumber, monthNumber } from '../lib/calendar/month.ts';
import type { Records } from '../platform/database/index.ts';
import { type Composition, composeSeries, type UsableImport } from './compose-series.ts';
import { doubtfulMonths } from './doubtful-months.ts';
import type { AreasWanted, Frame, VintageWanted } from './frame-service.ts';
import { isWeighed, weighSeries } from './harm/weigh-series.ts';
import { coversAll, readHeldRows } from './held-rows-service.ts';
import { measuresSumming } from './measures-summing.ts';
import type { Series } from './model.ts';
import { type LiveHolding, needsAny, type RunsWanted } from './reading-store.ts';

/** Kinds of file whose figures are incidents placed in areas here. */
const COUNTED_HERE = new Set(['street', 'stop-and-search', 'outcomes', 'police-api-crimes']);

/** Measures wanted of several vintages for some areas. */
export interface Ask {
  areas: AreasWanted;
  wanted: readonly VintageWanted[];
}

/** Reads what several questions need, in a few statements whatever their number; composing then reads no more. */
export async function readAhead(records: Records, frame: Frame, asks: readonly Ask[]): Promise<void> {
  const needed = asks.map(({ areas, wanted }) => runsNeeded(areas, plansOf(frame, areas, wanted)));
  frame.read.push(...(await readHeldRows(records, needed.filter(needsAny))));
}

/**
 * Composes measures of several vintages for some areas, from what was read ahead or else reading it.
 * @returns for each vintage wanted the series it has, measure by measure
 */
export async function composeFrom(
  records: Records,
  frame: Pick<Frame, 'holdings' | 'read' | 'weights'>,
  areas: AreasWanted,
  wanted: readonly VintageWanted[],
): Promise<Series[][]> {
  const plans = plansOf(frame, areas, wanted);
  const needed = runsNeeded(areas, plans);
  if (!needsAny(needed)) return wanted.map(() => []);
  const read = frame.read.find((each) => coversAll(each, needed)) ?? (await readHeldRows(records, [needed]))[0];
  if (read === undefined) return wanted.map(() => []);
  const weights = wanted.some(({ measures }) => measures.some(isWeighed)) ? await frame.weights() : null;
  return plans.map(({ vintage, measures, held }) => {
    const ids = new Set(held.map(({ importId }) => importId));
    const composition: Composition = {
      ...{ boundaryVersion: areas.boundaryVersion, areasSince: areas.areasSince, vintage },
      synthetic: held.every(({ kind }) => kind === 'synthetic'),
      imports: usableImports(held),
      unused: read.unused.filter(({ importId }) => ids.has(importId)),
      findings: read.findings.filter(({ importId }) => ids.has(importId)),
      rows: read.rows.filter(({ importId }) => ids.has(importId)),
    };
    const summing = new Set(composition.rows.flatMap(({ category }) => measuresSumming(category)));
    const present = measures.filter(({ name }) => summing.has(name));
    return present.flatMap((measure) =>
      isWeighed(measure) && !composition.synthetic
        ? weighSeries(measure, composition, weights)
        : composeSeries(measure, composition),
    );
  });
}

/** What is wanted of a vintage, with the holdings that have some of it and their categories that do. */
interface VintagePlan extends VintageWanted {
  held: LiveHolding[];
  categories: string[];
}

function plansOf(
  { holdings }: Pick<Frame, 'holdings'>,
  areas: AreasWanted,
  wanted: readonly VintageWanted[],
): VintagePlan[] {
  return wanted.map(({ vintage, measures }) => {
    const names = new Set(measures.map(({ name }) => name));
    const isWanted = (category: string): boolean => measuresSumming(category).some((name) => names.has(name));
    const held = holdings.filter(
      (each) =>
        each.vintage === vintage && each.boundaryVersion === areas.boundaryVersion && each.categories.some(isWanted),
    );
    return { vintage, measures, held, categories: held.flatMap(({ categories }) => categories.filter(isWanted)) };
  });
}

function runsNeeded({ boundaryVersion, areaCodes }: AreasWanted, plans: readonly VintagePlan[]): RunsWanted {
  const importIds = [...new Set(plans.flatMap(({ held }) => held.map(({ importId }) => importId)))];
  return {
    boundaryVersion,
    areaCodes,
    importIds,
    categories: [...new Set(plans.flatMap(({ categories }) => categories))],
  };
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

/**
 * Months in which a holding seems to lack much, told by its totals. Only those of imports made before findings were kept
 * are read: of all others the findings judge, and they alone.
 */
function doubtOf({ firstMonth, totals }: LiveHolding): Month[] {
  if (firstMonth === null || totals.length === 0) return [];
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
