import { published, within } from '../platform/access/index.ts';
import type { Records } from '../platform/database/index.ts';
import { chooseComplete, type GivenUp } from './choose-complete.ts';
import { deleteFindings, insertFindings } from './completeness/completeness-store.ts';
import { judgeMonths } from './completeness/judge-months.ts';
import { tallied, tallier } from './completeness/month-tally.ts';
import { type Contest, contestedAreas, contestedMonths, coversWhole } from './contested-areas.ts';
import type { AreasAsked } from './frame-service.ts';
import { heldFigures } from './held-vintages-service.ts';
import type { CategorySeries, GivenUpMonth, HarmWeightTable, MonthCoverage, Series } from './model.ts';
import { readRealFiguresHeld } from './reading-store.ts';
import {
  deleteHarmWeights,
  deleteSeries,
  deleteSeriesOn,
  insertCoverage,
  insertHarmWeights,
  insertSeries,
  readRivalHoldings,
  readSuperseded,
  readTotalsOver,
  replaceGivenUp,
} from './store.ts';

export { type AvailableMeasure, availableMeasures } from './available-service.ts';
export { measuresHeld, partsHeld } from './completeness/completeness-service.ts';
export type { AreasAsked } from './frame-service.ts';
export { type HeldFigures, type HeldVintage, heldFigures, heldVintages } from './held-vintages-service.ts';

/** Which areas' series are asked for. */
export interface SeriesQuestion extends AreasAsked {
  measures: string[];
}

/** Keeps the runs an importer made, and what their months lack; call it in the import's own transaction. */
export const writeSeries = within(
  'measures.write-series',
  async (trx: Records, importId: string, series: Iterable<CategorySeries>): Promise<void> => {
    const tally = tallier();
    await insertSeries(trx, importId, tallied(series, tally));
    await insertFindings(trx, importId, tally.tallies().map(judgeMonths));
  },
);

/** Keeps what an import holds by month; call {@link chooseMonths} when all files of the vintage are there. */
export const writeCoverage = within(
  'measures.write-coverage',
  async (trx: Records, importId: string, coverage: MonthCoverage[]): Promise<void> => {
    await insertCoverage(trx, importId, coverage);
  },
);

/** Keeps a table of harm weights under its import; call it in the import's own transaction. */
export const writeHarmWeights = within(
  'measures.write-harm-weights',
  async (trx: Records, importId: string, table: HarmWeightTable): Promise<void> => {
    await insertHarmWeights(trx, importId, table);
  },
);

/** Takes out what an import holds; call {@link chooseMonths} afterwards. */
export const deleteSeriesOf = within(
  'measures.delete-series-of',
  async (trx: Records, importId: string): Promise<void> => {
    await deleteSeries(trx, importId);
    await deleteFindings(trx, importId);
  },
);

/** Takes out the table of harm weights that an import brought. */
export const deleteHarmWeightsOf = within(
  'measures.delete-harm-weights-of',
  async (trx: Records, importId: string): Promise<void> => {
    await deleteHarmWeights(trx, importId);
  },
);

/** Takes out what an import holds on one set of areas; call {@link chooseMonths} afterwards. */
export const deleteSeriesOnSet = within(
  'measures.delete-series-on-set',
  async (trx: Records, importId: string, boundaryVersion: string): Promise<void> => {
    await deleteSeriesOn(trx, importId, boundaryVersion);
    await deleteFindings(trx, importId, boundaryVersion);
  },
);

/** Decides anew which file of a vintage is used for each month of each area. */
export const chooseMonths = within('measures.choose-months', async (trx: Records, vintage: string): Promise<void> => {
  const given: GivenUp[] = [];
  for (const contest of contestedAreas(await readRivalHoldings(trx, vintage))) {
    given.push(...(await decide(trx, contest)));
  }
  await replaceGivenUp(trx, vintage, given);
});

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
export const supersededMonths = published(
  'measures.superseded-months',
  async (records: Records): Promise<GivenUpMonth[]> => {
    return readSuperseded(records);
  },
);

/** Whether figures other than the demonstration's are held, which then count alone; ward officers' minutes stand beside. */
export const realFiguresHeld = published('measures.real-figures-held', async (records: Records): Promise<boolean> => {
  return readRealFiguresHeld(records);
});

/**
 * The series of some measures for some areas. Each measure comes from one vintage, the one that answers best: see
 * fit-of.ts. Made-up figures count only while no real ones are held.
 * @returns one series for each measure and area that has figures, in the order asked
 * @throws RangeError naming a measure that does not exist
 */
export const readSeries = published(
  'measures.read-series',
  async (records: Records, question: SeriesQuestion): Promise<Series[]> => {
    return (await heldFigures(records, question)).choose(question.measures, null);
  },
);
