import type { Month } from '../../lib/calendar/month.ts';
import { findMeasure } from '../../measures/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { monthlyFigures } from '../figures/figures-service.ts';
import type { MeasureSet, MonthlyFigures, PerformanceArea } from '../model.ts';
import type { Periods } from '../periods/previous-period.ts';
import { areAlike } from '../periods/say-differences.ts';
import { areasLikeIt, forceBoroughs } from './areas-beside-service.ts';
import type { RowFigures } from './compare-rows.ts';
import { hasOwnYears } from './pool-dispersion.ts';

/** Figures of one measure for several areas. */
type ByMeasure = ReadonlyMap<string, MonthlyFigures[]>;

/**
 * The rows of a set with what is held for each: the area's own figures, those of every borough of the force, and those of
 * areas like it where its own earlier years are too few. Each measure is read from the vintage its own figures are of.
 * @param because why a measure is not compared, by name, where more is known than that it lacks months
 */
export async function rowFigures(
  platform: Platform,
  set: MeasureSet,
  {
    area,
    own,
    periods,
    because,
  }: { area: PerformanceArea; own: readonly MonthlyFigures[]; periods: Periods; because: ReadonlyMap<string, string> },
): Promise<RowFigures[]> {
  const boroughs = forceBoroughs();
  // Beside the force itself there is nothing to set.
  const ofBoroughs: ByMeasure = area.kind === 'force' ? new Map() : await byVintage(platform, own, boroughs);
  const few = areAlike(periods) ? own.filter((figures) => !hasOwnYears(figures, periods)) : [];
  const like = few.length === 0 ? null : await areasLikeIt(platform.records, area);
  const samePlaces = like?.areas.every(({ word }, at) => word === boroughs[at]?.word);
  const ofLike: ByMeasure =
    like === null ? new Map() : samePlaces ? ofBoroughs : await byVintage(platform, few, like.areas);
  return set.groups.flatMap(({ title, rows }) =>
    rows.map((row) => {
      const figures = own.find(({ measure }) => measure === row.measure) ?? null;
      const whole = ofBoroughs.get(row.measure) ?? [];
      return {
        ...row,
        group: title,
        polarity: findMeasure(row.measure)?.polarity ?? 'neither',
        figures: because.has(row.measure) ? null : figures,
        because: because.get(row.measure) ?? null,
        peers: like === null ? null : { named: like.named, figures: ofLike.get(row.measure) ?? [] },
        boroughs: whole.length === boroughs.length ? whole : null,
      };
    }),
  );
}

async function byVintage(
  platform: Platform,
  own: readonly MonthlyFigures[],
  areas: readonly PerformanceArea[],
): Promise<ByMeasure> {
  const found = new Map<string, MonthlyFigures[]>();
  for (const vintage of new Set(own.map((each) => each.vintage))) {
    const measures = own.filter((each) => each.vintage === vintage).map(({ measure }) => measure);
    for (const figures of await monthlyFigures(platform, { measures, areas, vintage })) {
      found.set(figures.measure, [...(found.get(figures.measure) ?? []), figures]);
    }
  }
  return found;
}

/**
 * The area's own figures of the measures of a set that are in the catalogue: those that have some of the months wanted, and
 * what is held of the others, so that it can be told which months those have.
 */
export async function ownFigures(
  platform: Platform,
  set: MeasureSet,
  { area, vintage, months }: { area: PerformanceArea; vintage: string | null; months: readonly Month[] },
): Promise<MonthlyFigures[]> {
  const names = [...new Set(set.groups.flatMap(({ rows }) => rows.map(({ measure }) => measure)))];
  const measures = names.filter((name) => findMeasure(name) !== null);
  const found = await monthlyFigures(platform, { measures, areas: [area], vintage, months });
  const others = measures.filter((measure) => found.every((each) => each.measure !== measure));
  if (others.length === 0 || months.length === 0) return found;
  return [...found, ...(await monthlyFigures(platform, { measures: others, areas: [area], vintage }))];
}
