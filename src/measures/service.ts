import type { Records } from '../platform/database/index.ts';
import { CATALOGUE, findMeasure } from './catalogue.ts';
import { chooseComplete } from './choose-complete.ts';
import { type Composition, composeSeries } from './compose-series.ts';
import type { CategorySeries, GivenUpMonth, Measure, MonthCoverage, Series } from './model.ts';
import {
  deleteSeries,
  type HoldingImport,
  insertCoverage,
  insertSeries,
  markUsed,
  readAreasSince,
  readHoldingImports,
  readRealFiguresHeld,
  readRivalMonths,
  readSeriesRows,
  readSuperseded,
  readUsedMonths,
} from './store.ts';

/** Which areas' series are asked for. */
export interface SeriesQuestion {
  measures: string[];
  areaCodes: string[];
  boundaryVersion: Series['boundaryVersion'];
}

/** Keeps the runs an importer made; call it in the import's own transaction. */
export async function writeSeries(trx: Records, importId: string, series: Iterable<CategorySeries>): Promise<void> {
  await insertSeries(trx, importId, series);
}

/** Keeps what an import holds by month; call {@link chooseMonths} when all files of the vintage are there. */
export async function writeCoverage(trx: Records, importId: string, coverage: MonthCoverage[]): Promise<void> {
  await insertCoverage(trx, importId, coverage);
}

/** Takes out what an import holds; call {@link chooseMonths} afterwards. */
export async function deleteSeriesOf(trx: Records, importId: string): Promise<void> {
  await deleteSeries(trx, importId);
}

/** Decides anew which file of a vintage is used for each month. */
export async function chooseMonths(trx: Records, vintage: string): Promise<void> {
  await markUsed(trx, vintage, chooseComplete(await readRivalMonths(trx, vintage)));
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
  const measures = question.measures.map(requireMeasure);
  const vintages = await vintagesFor(records, question.boundaryVersion);
  const areasSince = await readAreasSince(records, question.boundaryVersion);
  const best = new Map<string, Series[]>();
  for (const { vintage, imports } of vintages) {
    const open = measures.filter(({ name }) => (best.get(name)?.length ?? 0) < question.areaCodes.length);
    if (open.length === 0) break;
    const composition = await readComposition(records, { ...question, measures: open, vintage, imports, areasSince });
    for (const measure of open) {
      const series = composeSeries(measure, composition);
      if (series.length > (best.get(measure.name)?.length ?? 0)) best.set(measure.name, series);
    }
  }
  const position = new Map(question.areaCodes.map((code, index) => [code, index]));
  return question.measures.flatMap((name) =>
    [...(best.get(name) ?? [])].sort((a, b) => (position.get(a.areaCode) ?? 0) - (position.get(b.areaCode) ?? 0)),
  );
}

/** Measures of which at least one of the areas has figures, in the catalogue's order. */
export async function measuresWithData(
  records: Records,
  areas: { areaCodes: string[]; boundaryVersion: Series['boundaryVersion'] },
): Promise<Measure[]> {
  const held = await readSeries(records, { ...areas, measures: CATALOGUE.map(({ name }) => name) });
  const names = new Set(held.map((series) => series.measure));
  return CATALOGUE.filter(({ name }) => names.has(name));
}

function requireMeasure(name: string): Measure {
  const measure = findMeasure(name);
  if (!measure) throw new RangeError(`There is no measure "${name}": "wardroom measure list" names them.`);
  return measure;
}

interface HeldVintage {
  vintage: string;
  imports: HoldingImport[];
}

async function vintagesFor(records: Records, version: string): Promise<HeldVintage[]> {
  const holding = await readHoldingImports(records, version);
  const real = await readRealFiguresHeld(records);
  const counted = holding.filter(({ synthetic }) => !(real && synthetic));
  const latestFirst = [...new Set(counted.map(({ vintage }) => vintage).reverse())];
  return latestFirst.map((vintage) => ({ vintage, imports: counted.filter((each) => each.vintage === vintage) }));
}

async function readComposition(
  records: Records,
  asked: HeldVintage & {
    measures: Measure[];
    areaCodes: string[];
    boundaryVersion: Series['boundaryVersion'];
    areasSince: Composition['areasSince'];
  },
): Promise<Composition> {
  const importIds = asked.imports.map(({ importId }) => importId);
  const rows = await readSeriesRows(records, {
    importIds,
    version: asked.boundaryVersion,
    areaCodes: asked.areaCodes,
    categories: [...new Set(asked.measures.flatMap(({ categories }) => categories))],
  });
  const used = await readUsedMonths(records, importIds, asked.boundaryVersion);
  return {
    boundaryVersion: asked.boundaryVersion,
    areasSince: asked.areasSince,
    vintage: asked.vintage,
    synthetic: asked.imports.every(({ synthetic }) => synthetic),
    imports: asked.imports.map(({ importId, file }) => ({
      importId,
      file,
      usedMonths: new Map(
        used.filter((each) => each.importId === importId).map(({ publisher, months }) => [publisher, new Set(months)]),
      ),
    })),
    rows,
  };
}
