import type { UnitBorough } from '../../organisation/index.ts';
import { published } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { findMeasure } from '../catalogue.ts';
import type { MeasureHeld } from '../completeness/completeness-report.ts';
import { measureHeld } from '../completeness/completeness-service.ts';
import { seriesFindings } from '../completeness/series-findings-service.ts';
import type { Series } from '../model.ts';
import { publishableSets } from '../open-tables/publishable-sets.ts';
import { revisions } from '../revisions/revisions-service.ts';
import { largestRevisions, sumByYear, sumRevisions } from '../revisions/sum-revisions.ts';
import { seriesInVintage } from '../series-in-vintage-service.ts';
import { readUnit } from './catalogue-page-service.ts';
import { type AreasOfSet, type FoundPlace, findPlace, placeChoices } from './find-place-service.ts';
import type { AreaRevisions, MeasurePageModel, ShownArea } from './model.ts';
import { rememberedCompleteness } from './remembered-completeness-service.ts';

/** What an address asks of a measure. */
export interface MeasureAsked {
  measure: MeasureHeld;
  /** A code, a name or "boroughs"; null for the boroughs. */
  area: string | null;
  /** null for the one that covers most. */
  vintage: string | null;
  today: string;
}

/** A measure as it is shown for a place. */
export interface SeriesAtPlace {
  place: Extract<FoundPlace, { kind: 'place' }>['place'];
  areas: AreasOfSet['areas'];
  series: Series[];
  boroughs: UnitBorough[];
}

/** Leaves out of some series the months that are not given out, and names them; performance says which those are. */
export type GiveOut = (platform: Platform, series: readonly Series[]) => Promise<Series[]>;

const LARGEST = 5;

/** The measure of a name with what is held of it; null when there is none. */
export const findMeasureHeld = published(
  'measures.find-measure-held',
  async (records: Records, name: string): Promise<MeasureHeld | null> => {
    const measure = findMeasure(name);
    return measure && (await measureHeld(records, measure));
  },
);

/** The series of a measure for the place asked: of the first set of areas that has figures. */
export const seriesAtPlace = published(
  'measures.series-at-place',
  async (
    platform: Platform,
    { measure, area, vintage, today }: MeasureAsked,
    giveOut: GiveOut,
  ): Promise<SeriesAtPlace | Extract<FoundPlace, { kind: 'refused' }>> => {
    const { records } = platform;
    const { boroughs } = await readUnit(records, today);
    const found = await findPlace(records, area, boroughs);
    if (found.kind === 'refused') return found;
    for (const { version, areas } of found.sets) {
      const asked = { areaCodes: areas.map(({ code }) => code), boundaryVersion: version };
      const series = await seriesInVintage(records, measure, asked, vintage);
      const known = series.filter(({ values }) => values.some((value) => value !== null));
      if (known.length > 0) return { place: found.place, areas, series: await giveOut(platform, known), boroughs };
    }
    return { place: found.place, areas: found.sets[0]?.areas ?? [], series: [], boroughs };
  },
);

/** All that a measure's page shows of a place. */
export const loadMeasurePage = published(
  'measures.load-measure-page',
  async (
    platform: Platform,
    asked: MeasureAsked,
    giveOut: GiveOut,
  ): Promise<MeasurePageModel | Extract<FoundPlace, { kind: 'refused' }>> => {
    const { measure, vintage, today } = asked;
    const { records } = platform;
    const found = await seriesAtPlace(platform, asked, giveOut);
    if ('kind' in found) return found;
    const { place, areas, series, boroughs } = found;
    const shown: ShownArea[] = [];
    const given = series.filter(({ values }) => values.some((value) => value !== null));
    for (const each of given) shown.push(await shownArea(records, measure, areas, each));
    const { name } = await readUnit(records, today);
    const withForces = measure.held.some(({ boundaryVersions }) => boundaryVersions.includes('police-forces'));
    const sets = publishableSets(measure);
    return {
      unit: { name, boroughs: boroughs.map((borough) => borough.name) },
      measure,
      denominator: measure.denominator === null ? null : (findMeasure(measure.denominator)?.title ?? null),
      place,
      choices: await placeChoices(records, today, boroughs, withForces),
      vintages: measure.held.map((held) => held.vintage),
      vintageAsked: vintage,
      shown,
      revisions: await revisedSince(records, measure, shown),
      hidden: series.some(({ hidden }) => hidden !== undefined),
      publishable: shown.every(({ area }) => sets.includes(area.version)),
    };
  },
);

async function shownArea(
  records: Records,
  measure: MeasureHeld,
  areas: AreasOfSet['areas'],
  series: Series,
): Promise<ShownArea> {
  const { areaCode: code, boundaryVersion: version, convertedFrom, vintage } = series;
  const area = { code, version, name: areas.find((each) => each.code === code)?.name ?? code };
  // What was found in a file is told by its counts, so that nothing of it is said where months are not given out.
  if (series.hidden !== undefined)
    return { area, series, because: new Map(), findings: [], reconciliation: null, outsidePeriods: [] };
  const found = await seriesFindings(records, measure, series);
  const asked = { measure: measure.name, area: { code, version }, vintage };
  const complete = convertedFrom === null ? await rememberedCompleteness(records, asked) : null;
  return {
    area,
    series,
    ...found,
    reconciliation: complete?.reconciliation ?? null,
    outsidePeriods: complete?.outsidePeriods ?? [],
  };
}

/** What changed since another vintage, the latest imported of those that share months with the one shown. */
async function revisedSince(
  records: Records,
  measure: MeasureHeld,
  shown: readonly ShownArea[],
): Promise<MeasurePageModel['revisions']> {
  const to = shown[0]?.series.vintage;
  // What is made of two publications has no vintage of its own to be revised.
  if (to === undefined || measure.derivedFrom !== undefined) return null;
  for (const { vintage: from } of measure.held) {
    if (from === to) continue;
    const areas: AreaRevisions[] = [];
    for (const { area, series } of shown) {
      const months = (await revisions(records, { measure: measure.name, from, to, area })).flatMap((each) =>
        each.months.filter(({ month }) => series.hidden?.includes(month) !== true),
      );
      if (months.length === 0) continue;
      const sums = { total: sumRevisions(months), years: sumByYear(months) };
      areas.push({ area: area.name, ...sums, largest: largestRevisions(months, LARGEST) });
    }
    if (areas.length > 0) return { from, to, areas };
  }
  return null;
}
