import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { wardSetAsAt } from '../geography/index.ts';
import { listAreas } from '../geography/service.ts';
import { lastMonthEndedBy, type Month, monthRange } from '../lib/calendar/month.ts';
import { type HeldFigures, heldFigures } from '../measures/service.ts';
import { listUnits, unitBoroughs } from '../organisation/service.ts';
import { published } from '../platform/access/index.ts';
import type { Records } from '../platform/database/index.ts';
import { Refusal } from '../sources/index.ts';
import { chooseWindow } from './choose-window.ts';
import { componentMonths } from './component-months.ts';
import { gatherParts } from './gather-parts.ts';
import type { Component, DemandIndex, DemandParts, NoDemand, WeightSet, Window } from './model.ts';
import { namedComponents } from './named-components.ts';
import { parseWeights } from './parse-weights.ts';
import { weighDemand } from './weigh-demand.ts';
import { WrongUsage } from './wrong-usage.ts';

/** Whose demand, on which date, weighted how. */
export interface DemandRequest {
  /** Name of the command unit; null for the only one there is. */
  unit: string | null;
  /** Date written "2026-03-01": decides the wards, and only months that ended by then count. */
  asAt: string;
  /** Day by which months ended and figures were known, where it is another than asAt: of figures kept from that day. */
  figuresAt?: string | undefined;
  /** The founding weights when left out. */
  weights?: WeightSet | undefined;
  /** The latest 12 complete months that any vintage has when left out; see chooseWindow. */
  window?: Window | undefined;
}

const FOUNDING_WEIGHTS = new URL('../../weights/founding.json', import.meta.url);

/** The weights used when nobody names others: weights/founding.json. */
export const foundingWeights = published('demand.founding-weights', async (): Promise<WeightSet> => {
  return parseWeights(await readFile(FOUNDING_WEIGHTS, 'utf8'), 'weights/founding.json');
});

/**
 * Reads a set of weights from a file.
 * @throws Refusal with one sentence when the file cannot be read or is not a set of weights
 */
export const readWeights = published('demand.read-weights', async (file: string): Promise<WeightSet> => {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    throw new Refusal(`The weights file ${file} cannot be read: check its name.`);
  }
  return parseWeights(text, basename(file));
});

/**
 * The demand index of a unit's wards from the figures held, or the reasons why there is none.
 * @throws WrongUsage naming the known units when there is no such unit
 */
export const demandIndex = published(
  'demand.demand-index',
  async (records: Records, request: DemandRequest): Promise<DemandIndex | NoDemand> => {
    const { weights: asked, ...rest } = request;
    const weights = asked ?? (await foundingWeights());
    return weighDemand(await demandParts(records, { ...rest, components: namedComponents(weights) }), weights);
  },
);

/** Whose figures, on which date, of which components. */
export interface PartsRequest extends Omit<DemandRequest, 'weights'> {
  components: readonly Component[];
}

/**
 * The figures of a unit's wards that demand is made of, not weighed yet: whoever tries several weightings reads them once.
 * @throws WrongUsage naming the known units when there is no such unit
 */
export const demandParts = published(
  'demand.demand-parts',
  async (records: Records, request: PartsRequest): Promise<DemandParts> => {
    const { asAt, figuresAt: knownBy = asAt, components } = request;
    const unit = await requireUnit(records, request.unit);
    const { version } = wardSetAsAt(asAt);
    const boroughs = await unitBoroughs(records, unit, asAt);
    const areas = await listAreas(records, { version, boroughCodes: boroughs.map((borough) => borough.code) });
    const wards = areas.toSorted((a, b) => (a.code < b.code ? -1 : 1));
    const areaCodes = wards.map((ward) => ward.code);
    const held = await heldFigures(records, { areaCodes, boundaryVersion: version });
    const window = request.window ?? (await latestWindow(held, components, wards.length, knownBy));
    const series = await held.choose(
      components.map(({ measure }) => measure),
      { months: window === null ? [] : monthsOf(window), by: lastMonthEndedBy(knownBy) },
    );
    const question = { unit, asAt: knownBy, boundaryVersion: version, wards, components, window, series };
    return { ...gatherParts(question), asAt };
  },
);

const monthsOf = ({ from, to }: Window): Month[] => monthRange(from, to);

/**
 * The latest 12 months in a row that ended by the day and that any vintage has in full for some component. A vintage
 * without a month later than the window found so far cannot better it and is not read; those that go furthest are
 * read first.
 */
async function latestWindow(
  { vintages }: HeldFigures,
  components: readonly Component[],
  wardCount: number,
  asAt: string,
): Promise<Window | null> {
  const last = lastMonthEndedBy(asAt);
  const measures = components.filter(({ every }) => every === 'month').map(({ measure }) => measure);
  const reaching: { vintage: HeldFigures['vintages'][number]; to: Month }[] = [];
  for (const vintage of vintages) {
    const to = await vintage.lastMonth(measures);
    if (to !== null) reaching.push({ vintage, to: to > last ? last : to });
  }
  let latest: Window | null = null;
  for (const { vintage, to } of reaching.toSorted((a, b) => (a.to < b.to ? 1 : a.to > b.to ? -1 : 0))) {
    const best: Window | null = latest;
    if (best !== null && to <= best.to) break;
    const months = componentMonths(components, await vintage.read(measures), wardCount);
    latest = chooseWindow(best === null ? months : [monthsOf(best), ...months], asAt);
  }
  return latest;
}

/**
 * The name of a command unit as recorded, whatever the capitals it was asked in.
 * @param name null for the only unit there is
 * @throws WrongUsage naming the known units when there is no such unit, or several and none was named
 */
export const requireUnit = published(
  'demand.require-unit',
  async (records: Records, name: string | null): Promise<string> => {
    const names = (await listUnits(records)).map((unit) => unit.name);
    const known = names.map((each) => `"${each}"`).join(', ');
    if (name === null) {
      const [only, ...others] = names;
      if (only !== undefined && others.length === 0) return only;
      throw new WrongUsage(`Say which command unit with --unit. Known: ${known}.`);
    }
    const found = names.find((each) => each.toLowerCase() === name.trim().toLowerCase());
    if (found === undefined) throw new WrongUsage(`There is no command unit "${name}". Known: ${known}.`);
    return found;
  },
);
