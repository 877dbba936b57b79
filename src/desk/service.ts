import { planInForce } from '../allocation/service.ts';
import { requireUnit } from '../demand/service.ts';
import { pilotsCovering } from '../evaluation/service.ts';
import {
  type Area,
  type BoundaryVersion,
  boundarySets,
  type FoundArea,
  findArea,
  hexPlaces,
  wardSetAsAt,
} from '../geography/index.ts';
import { boundaryVersionsHeld, listAreas } from '../geography/service.ts';
import { addMonths, lastMonthEndedBy, type Month } from '../lib/calendar/month.ts';
import { CATALOGUE, type Measure, type Series } from '../measures/index.ts';
import { type AvailableMeasure, availableMeasures, readSeries } from '../measures/service.ts';
import { unitBoroughs } from '../organisation/service.ts';
import { seriesAsAsked } from '../performance/service.ts';
import { published } from '../platform/access/index.ts';
import type { Records } from '../platform/database/index.ts';
import type { Platform } from '../platform/platform.ts';
import { unitHere, wardHere } from '../ringfence/service.ts';
import { averageWard } from './average-ward.ts';
import { measuresDrawn } from './measures-drawn.ts';
import type { Shown, UnitInView, UnitPageModel, WardPageModel, WardSeries } from './view-models.ts';

/** Which day a page answers for, and whether the reader asked for it. */
export interface Day {
  asAt: string;
  dayAsked: boolean;
}

interface Unit {
  view: UnitInView;
  areas: Area[];
  boroughCodes: string[];
}

/** What the pages of the unit and of its wards have in common; the last month of figures is for each to add. */
async function readUnit(records: Records, day: Day): Promise<Unit> {
  const name = await requireUnit(records, null);
  const boundaries = wardSetAsAt(day.asAt);
  const boroughs = await unitBoroughs(records, name, day.asAt);
  const boroughCodes = boroughs.map((borough) => borough.code);
  const areas = await listAreas(records, { version: boundaries.version, boroughCodes });
  const plan = await planInForce(records, name, day.asAt);
  const places = new Map((hexPlaces(boundaries.version) ?? []).map((place) => [place.code, place]));
  const view: UnitInView = {
    unit: { name, boroughs: boroughs.map((borough) => borough.name) },
    ...day,
    figuresTo: null,
    boundaries,
    wards: areas.map((area) => ({
      code: area.code,
      name: area.name,
      borough: area.boroughName ?? '',
      place: places.get(area.code) ?? null,
    })),
    plan: plan === null ? null : { plan: plan.plan, from: plan.inForceFrom, decision: plan.decision },
  };
  return { view, areas, boroughCodes };
}

/** Series of some measures for some of the unit's areas, without what is not given out to who asks. */
async function seriesOf(
  platform: Platform,
  { view }: Unit,
  measures: readonly Measure[],
  areas: readonly Area[],
): Promise<Series[]> {
  const series = await readSeries(platform.records, {
    measures: measures.map(({ name }) => name),
    areaCodes: areas.map(({ code }) => code),
    boundaryVersion: view.boundaries.version,
  });
  return seriesAsAsked(platform, series);
}

/** The last month that any series has a figure for and that ended by the day; null when none has. */
function lastMonthOf(series: readonly Series[], asAt: string): Month | null {
  const ended = lastMonthEndedBy(asAt);
  const monthly = new Set(CATALOGUE.filter(({ every }) => every === 'month').map(({ name }) => name));
  const months = series
    .filter(({ measure }) => monthly.has(measure))
    .map(({ firstMonth, values }) =>
      addMonths(
        firstMonth,
        values.findLastIndex((value) => value !== null),
      ),
    )
    .map((month) => (month < ended ? month : ended));
  return months.toSorted().at(-1) ?? null;
}

/** The last month that any file has figures for and that ended by the day; null when none has. */
function lastMonthAvailable(available: readonly AvailableMeasure[], asAt: string): Month | null {
  const ended = lastMonthEndedBy(asAt);
  const months = available
    .filter(({ measure }) => measure.every === 'month')
    .map(({ to }) => (to < ended ? to : ended));
  return months.toSorted().at(-1) ?? null;
}

const measuresIn = (series: readonly Series[]): Measure[] =>
  CATALOGUE.filter(({ name }) => series.some(({ measure }) => measure === name));

/**
 * The unit's home.
 * @param show "officers", "demand" or the name of a measure; null for officers or, without a plan, the first measure
 * @returns null when nothing of that name can be shown
 */
export const loadUnitPage = published(
  'desk.load-unit-page',
  async (platform: Platform, day: Day, show: string | null): Promise<UnitPageModel | null> => {
    const { records } = platform;
    const unit = await readUnit(records, day);
    const { view, areas, boroughCodes } = unit;
    const available = await availableMeasures(records, {
      areaCodes: areas.map(({ code }) => code),
      boundaryVersion: view.boundaries.version,
    });
    const measures = available.map(({ measure }) => measure);
    const shown = await readShown(platform, unit, show ?? firstShown(view, measures), measures);
    if (shown === null) return null;
    const held = await boundaryVersionsHeld(records);
    const here = await unitHere(platform, { unit: view.unit.name, asAt: day.asAt });
    const { version } = view.boundaries;
    const query = [`version=${version}`, ...boroughCodes.map((code) => `borough=${code}`)].join('&');
    return {
      ...view,
      here,
      figuresTo: lastMonthAvailable(available, day.asAt),
      shown,
      measures,
      boundariesAddress: held.includes(version) ? `/geography/boundaries.geojson?${query}` : null,
    };
  },
);

const firstShown = ({ plan }: UnitInView, measures: Measure[]): string =>
  plan === null ? (measures[0]?.name ?? 'officers') : 'officers';

async function readShown(
  platform: Platform,
  unit: Unit,
  show: string,
  measures: readonly Measure[],
): Promise<Shown | null> {
  if (show === 'officers' || show === 'demand') return { kind: show };
  const measure = measures.find(({ name }) => name === show);
  if (measure === undefined) return null;
  return { kind: 'measure', measure, series: await seriesOf(platform, unit, [measure], unit.areas) };
}

/** What an address that names a ward came to. */
export type WardAsked =
  | { kind: 'ward'; model: WardPageModel }
  | Exclude<FoundArea, { kind: 'found' }>
  | OtherName
  | OtherDay
  | { kind: 'no such measure' };

/** The ward is meant, but its address is its code. */
interface OtherName {
  kind: 'other name';
  code: string;
}

/** No such ward on the day, but there was or will be one. */
interface OtherDay {
  kind: 'other day';
  area: Area;
  /** The day nearest to ours on which there is. */
  asAt: string;
}

const DAY_IN_MILLISECONDS = 86_400_000;

/** A ward of that code or name in another ward set of the unit; null when there is none. */
async function wardOfAnotherDay(
  records: Records,
  asked: string,
  { version, boroughCodes, asAt }: { version: BoundaryVersion; boroughCodes: string[]; asAt: string },
): Promise<OtherDay | null> {
  for (const set of boundarySets()) {
    if (set.kind !== 'ward' || set.version === version) continue;
    const found = findArea(await listAreas(records, { version: set.version, boroughCodes }), asked);
    if (found.kind !== 'found') continue;
    const lastDay = set.until === null ? null : new Date(Date.parse(set.until) - DAY_IN_MILLISECONDS);
    const day = lastDay === null || asAt < set.from ? set.from : lastDay.toISOString().slice(0, 10);
    return { kind: 'other day', area: found.area, asAt: day };
  }
  return null;
}

/**
 * A ward's page, found by its code; a name leads to the code.
 * @param chosen name of a measure to draw beside those that always are; null for none
 */
export const loadWardPage = published(
  'desk.load-ward-page',
  async (platform: Platform, asked: string, day: Day, chosen: string | null): Promise<WardAsked> => {
    const { records } = platform;
    const unit = await readUnit(records, day);
    const { view, areas, boroughCodes } = unit;
    const found = findArea(areas, asked);
    if (found.kind === 'none') {
      const { version } = view.boundaries;
      return (await wardOfAnotherDay(records, asked, { version, boroughCodes, asAt: day.asAt })) ?? found;
    }
    if (found.kind === 'ambiguous') return found;
    const { code } = found.area;
    if (code !== asked) return { kind: 'other name', code };
    const ward = view.wards.find((each) => each.code === code);
    if (ward === undefined) throw new Error(`The ward ${code} was found but is not among the unit's wards.`);
    const measured = await readWardSeries(platform, unit, found.area, chosen);
    if (measured === null) return { kind: 'no such measure' };
    const pilots = await pilotsCovering(platform, [code, found.area.boroughCode ?? code]);
    const here = await wardHere(platform, { ward: code, asAt: day.asAt });
    return { kind: 'ward', model: { ...view, ward, ...measured, here, pilots } };
  },
);

/** The series a ward's page draws, read for every ward so that it can be compared; of all others only that they are held. */
async function readWardSeries(
  platform: Platform,
  unit: Unit,
  ward: Area,
  chosen: string | null,
): Promise<Pick<WardPageModel, 'figuresTo' | 'series' | 'others' | 'chosen'> | null> {
  const { asAt, plan } = unit.view;
  const monthly = CATALOGUE.filter(({ every }) => every === 'month');
  const own = (await seriesOf(platform, unit, monthly, [ward])).filter(({ values }) =>
    values.some((value) => value !== null),
  );
  const { drawn, others } = measuresDrawn(measuresIn(own), plan?.plan.used.map(({ measure }) => measure) ?? []);
  const asked = others.filter(({ name }) => name === chosen);
  if (chosen !== null && ![...drawn, ...asked].some(({ name }) => name === chosen)) return null;
  const read = await seriesOf(platform, unit, [...drawn, ...asked], unit.areas);
  const compared = (measure: Measure): WardSeries[] => {
    const ofMeasure = read.filter((each) => each.measure === measure.name);
    const series = ofMeasure.find(({ areaCode }) => areaCode === ward.code);
    if (series === undefined) return [];
    return [{ measure, series, averageWard: averageWard(ofMeasure, unit.areas.length, asAt) }];
  };
  return {
    figuresTo: lastMonthOf(own, asAt),
    series: drawn.flatMap(compared),
    others,
    chosen: asked.flatMap(compared)[0] ?? null,
  };
}
