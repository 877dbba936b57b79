import { planInForce } from '../allocation/service.ts';
import { requireUnit } from '../demand/service.ts';
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
import { readSeries } from '../measures/service.ts';
import { unitBoroughs } from '../organisation/service.ts';
import type { Records } from '../platform/database/index.ts';
import { averageWard } from './average-ward.ts';
import type { Shown, UnitInView, UnitPageModel, WardPageModel } from './view-models.ts';

/** Which day a page answers for, and whether the reader asked for it. */
export interface Day {
  asAt: string;
  dayAsked: boolean;
}

interface UnitFigures {
  view: UnitInView;
  areas: Area[];
  boroughCodes: string[];
  /** Every series of the unit's wards. */
  series: Series[];
}

/** Everything the pages of the unit and its wards are made from, read once. */
async function readUnit(records: Records, day: Day): Promise<UnitFigures> {
  const name = await requireUnit(records, null);
  const boundaries = wardSetAsAt(day.asAt);
  const boroughs = await unitBoroughs(records, name, day.asAt);
  const boroughCodes = boroughs.map((borough) => borough.code);
  const areas = await listAreas(records, { version: boundaries.version, boroughCodes });
  const [plan, series] = await Promise.all([
    planInForce(records, name, day.asAt),
    readSeries(records, {
      measures: CATALOGUE.map((measure) => measure.name),
      areaCodes: areas.map((area) => area.code),
      boundaryVersion: boundaries.version,
    }),
  ]);
  const places = new Map((hexPlaces(boundaries.version) ?? []).map((place) => [place.code, place]));
  const view: UnitInView = {
    unit: { name, boroughs: boroughs.map((borough) => borough.name) },
    ...day,
    figuresTo: lastMonthOf(series, day.asAt),
    boundaries,
    wards: areas.map((area) => ({
      code: area.code,
      name: area.name,
      borough: area.boroughName ?? '',
      place: places.get(area.code) ?? null,
    })),
    plan: plan === null ? null : { plan: plan.plan, from: plan.inForceFrom },
  };
  return { view, areas, boroughCodes, series };
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

const measuresIn = (series: readonly Series[]): Measure[] =>
  CATALOGUE.filter(({ name }) => series.some(({ measure }) => measure === name));

/**
 * The unit's home.
 * @param show "officers", "demand" or the name of a measure; null for officers or, without a plan, the first measure
 * @returns null when nothing of that name can be shown
 */
export async function loadUnitPage(records: Records, day: Day, show: string | null): Promise<UnitPageModel | null> {
  const { view, boroughCodes, series } = await readUnit(records, day);
  const measures = measuresIn(series);
  const shown = shownAs(show ?? firstShown(view, measures), measures, series);
  if (shown === null) return null;
  const held = await boundaryVersionsHeld(records);
  const { version } = view.boundaries;
  const query = [`version=${version}`, ...boroughCodes.map((code) => `borough=${code}`)].join('&');
  return {
    ...view,
    shown,
    measures,
    boundariesAddress: held.includes(version) ? `/geography/boundaries.geojson?${query}` : null,
  };
}

const firstShown = ({ plan }: UnitInView, measures: Measure[]): string =>
  plan === null ? (measures[0]?.name ?? 'officers') : 'officers';

function shownAs(show: string, measures: Measure[], series: Series[]): Shown | null {
  if (show === 'officers' || show === 'demand') return { kind: show };
  const measure = measures.find(({ name }) => name === show);
  if (measure === undefined) return null;
  return { kind: 'measure', measure, series: series.filter((each) => each.measure === measure.name) };
}

/** What an address that names a ward came to. */
export type WardAsked =
  | { kind: 'ward'; model: WardPageModel }
  | Exclude<FoundArea, { kind: 'found' }>
  | OtherName
  | OtherDay;

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

/** A ward's page, found by its code; a name leads to the code. */
export async function loadWardPage(records: Records, asked: string, day: Day): Promise<WardAsked> {
  const { view, areas, boroughCodes, series } = await readUnit(records, day);
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
  const monthly = measuresIn(series).filter(({ every }) => every === 'month');
  return {
    kind: 'ward',
    model: {
      ...view,
      ward,
      series: monthly.flatMap((measure) => {
        const ofMeasure = series.filter((each) => each.measure === measure.name);
        const own = ofMeasure.find((each) => each.areaCode === code);
        if (own === undefined) return [];
        return [{ measure, series: own, averageWard: averageWard(own, ofMeasure, areas.length, view.asAt) }];
      }),
    },
  };
}
