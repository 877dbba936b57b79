import type { Month } from '../lib/calendar/month.ts';
import type { Records } from '../platform/database/index.ts';
import { CATALOGUE, findMeasure } from './catalogue.ts';
import { chooseComplete, type GivenUp } from './choose-complete.ts';
import { type Composition, composeSeries, type UsableImport } from './compose-series.ts';
import { type Contest, contestedAreas, contestedMonths, coversWhole } from './contested-areas.ts';
import { doubtfulMonths } from './doubtful-months.ts';
import { type Fit, fitOf, isBetter, isWhole, type Needed } from './fit-of.ts';
import type { CategorySeries, GivenUpMonth, HarmWeightTable, Measure, MonthCoverage, Series } from './model.ts';
import {
  deleteSeries,
  type HoldingImport,
  insertCoverage,
  insertHarmWeights,
  insertSeries,
  readAreasSince,
  readHoldingImports,
  readMonthTotals,
  readRealFiguresHeld,
  readRivalHoldings,
  readSeriesRows,
  readSuperseded,
  readTotalsOver,
  readUnusedMonths,
  replaceGivenUp,
} from './store.ts';

/** Which areas are asked for. */
export interface AreasAsked {
  areaCodes: string[];
  boundaryVersion: Series['boundaryVersion'];
}

/** Which areas' series are asked for. */
export interface SeriesQuestion extends AreasAsked {
  measures: string[];
}

/** One vintage as held, of which any measure can be read for the areas asked. */
export interface HeldVintage {
  /** Months that any of its files holds, in order. */
  months: Month[];
  /** The series of some measures for the areas, whichever it has. Read once, however often asked. */
  read(measures: readonly string[]): Promise<Series[]>;
}

/** Keeps the runs an importer made; call it in the import's own transaction. */
export async function writeSeries(trx: Records, importId: string, series: Iterable<CategorySeries>): Promise<void> {
  await insertSeries(trx, importId, series);
}

/** Keeps what an import holds by month; call {@link chooseMonths} when all files of the vintage are there. */
export async function writeCoverage(trx: Records, importId: string, coverage: MonthCoverage[]): Promise<void> {
  await insertCoverage(trx, importId, coverage);
}

/** Keeps a table of harm weights under its import; call it in the import's own transaction. */
export async function writeHarmWeights(trx: Records, importId: string, table: HarmWeightTable): Promise<void> {
  await insertHarmWeights(trx, importId, table);
}

/** Takes out what an import holds; call {@link chooseMonths} afterwards. */
export async function deleteSeriesOf(trx: Records, importId: string): Promise<void> {
  await deleteSeries(trx, importId);
}

/** Decides anew which file of a vintage is used for each month of each area. */
export async function chooseMonths(trx: Records, vintage: string): Promise<void> {
  const given: GivenUp[] = [];
  for (const contest of contestedAreas(await readRivalHoldings(trx, vintage))) {
    given.push(...(await decide(trx, contest)));
  }
  await replaceGivenUp(trx, vintage, given);
}

async function decide(trx: Records, contest: Contest): Promise<GivenUp[]> {
  const months = contestedMonths(contest);
  if (months.length === 0) return [];
  if (coversWhole(contest)) {
    const own = new Map(contest.holders.map(({ importId, totals }) => [importId, totals]));
    return chooseComplete(contest, (importId, month) => own.get(importId)?.get(month) ?? 0);
  }
  const totals = await readTotalsOver(trx, contest, months);
  return chooseComplete(contest, (importId, month) => totals.get(`${importId} ${month}`) ?? 0);
}

/** The months that live imports give up to a more complete file of their vintage. */
export async function supersededMonths(records: Records): Promise<GivenUpMonth[]> {
  return readSuperseded(records);
}

/** Whether figures other than the demonstration's are held, which then count alone. */
export async function realFiguresHeld(records: Records): Promise<boolean> {
  return readRealFiguresHeld(records);
}

/**
 * The series of some measures for some areas. Each measure comes from one vintage: the latest imported that covers all
 * the areas, or, when none does, the latest of those that cover most. Made-up figures count only while no real ones are held.
 * @returns one series for each measure and area that has figures, in the order asked
 * @throws RangeError naming a measure that does not exist
 */
export async function readSeries(records: Records, question: SeriesQuestion): Promise<Series[]> {
  return chooseSeries(await heldVintages(records, question), question, null);
}

/**
 * The series of some measures, each from the latest vintage that covers all the areas and all that is needed; when
 * none does, from the latest of those that cover most areas, and of these most months. Vintages are never mixed.
 * @param vintages the latest first
 * @returns one series for each measure and area that has figures, in the order asked
 * @throws RangeError naming a measure that does not exist
 */
export async function chooseSeries(
  vintages: readonly HeldVintage[],
  question: Pick<SeriesQuestion, 'measures' | 'areaCodes'>,
  needed: Needed | null,
): Promise<Series[]> {
  const best = new Map<string, { fit: Fit; series: Series[] }>();
  let open = question.measures.map(requireMeasure);
  for (const vintage of vintages) {
    if (open.length === 0) break;
    const read = await vintage.read(open.map(({ name }) => name));
    for (const measure of open) {
      const series = read.filter((each) => each.measure === measure.name);
      const fit = fitOf(measure, series, needed);
      const known = best.get(measure.name);
      if (series.length > 0 && (!known || isBetter(fit, known.fit))) best.set(measure.name, { fit, series });
    }
    open = open.filter(({ name }) => !isWhole(best.get(name)?.fit, question.areaCodes.length));
  }
  const position = new Map(question.areaCodes.map((code, index) => [code, index]));
  return question.measures.flatMap((name) =>
    (best.get(name)?.series ?? []).toSorted(
      (a, b) => (position.get(a.areaCode) ?? 0) - (position.get(b.areaCode) ?? 0),
    ),
  );
}

/** Every vintage that counts and holds series on the boundary version, the latest imported first. */
export async function heldVintages(records: Records, asked: AreasAsked): Promise<HeldVintage[]> {
  const holding = await readHoldingImports(records, asked.boundaryVersion);
  const real = await readRealFiguresHeld(records);
  const areasSince = await readAreasSince(records, asked.boundaryVersion);
  const totals = await readMonthTotals(records, asked.boundaryVersion);
  const counted = holding.filter(({ synthetic }) => !(real && synthetic));
  const latestFirst = [...new Set(counted.map(({ vintage }) => vintage).reverse())];
  return latestFirst.map((vintage) => {
    const imports = counted.filter((each) => each.vintage === vintage);
    const ids = new Set(imports.map(({ importId }) => importId));
    const ofThese = totals.filter(({ importId }) => ids.has(importId));
    return {
      months: [...new Set(ofThese.flatMap((each) => [...each.totals.keys()]))].sort(),
      read: readOnce((measures) =>
        readVintage(records, { ...asked, vintage, areasSince, imports, measures, totals: ofThese }),
      ),
    };
  });
}

/** Measures of which at least one of the areas has figures, in the catalogue's order. */
export async function measuresWithData(records: Records, areas: AreasAsked): Promise<Measure[]> {
  const held = await readSeries(records, { ...areas, measures: CATALOGUE.map(({ name }) => name) });
  const names = new Set(held.map((series) => series.measure));
  return CATALOGUE.filter(({ name }) => names.has(name));
}

function requireMeasure(name: string): Measure {
  const measure = findMeasure(name);
  if (!measure) throw new RangeError(`There is no measure "${name}": "wardroom measure list" names them.`);
  return measure;
}

/** Reads each measure at most once and answers from what was read. */
function readOnce(read: (measures: Measure[]) => Promise<Series[]>): HeldVintage['read'] {
  const known = new Map<string, Series[]>();
  return async (names) => {
    const unread = names.filter((name) => !known.has(name)).map(requireMeasure);
    const series = unread.length > 0 ? await read(unread) : [];
    for (const { name } of unread) {
      known.set(
        name,
        series.filter(({ measure }) => measure === name),
      );
    }
    return names.flatMap((name) => known.get(name) ?? []);
  };
}

async function readVintage(
  records: Records,
  asked: AreasAsked & {
    vintage: string;
    areasSince: Composition['areasSince'];
    imports: HoldingImport[];
    measures: Measure[];
    totals: Awaited<ReturnType<typeof readMonthTotals>>;
  },
): Promise<Series[]> {
  const { areaCodes, boundaryVersion, areasSince, vintage, measures } = asked;
  const from = { importIds: asked.imports.map(({ importId }) => importId), version: boundaryVersion, areaCodes };
  const rows = await readSeriesRows(records, {
    ...from,
    categories: [...new Set(measures.flatMap(({ categories }) => categories))],
  });
  const composition: Composition = {
    boundaryVersion,
    areasSince,
    vintage,
    synthetic: asked.imports.every(({ synthetic }) => synthetic),
    imports: asked.imports.map(({ importId, file }): UsableImport => {
      const own = asked.totals.filter((each) => each.importId === importId);
      return {
        importId,
        file,
        doubtful: new Map(own.map(({ publisher, totals }) => [publisher, doubtfulMonths(totals)])),
      };
    }),
    unused: await readUnusedMonths(records, from),
    rows,
  };
  return measures.flatMap((measure) => composeSeries(measure, composition));
}
