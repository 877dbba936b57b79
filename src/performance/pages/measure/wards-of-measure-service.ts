import { hexPlaces } from '../../../geography/index.ts';
import { addMonths, type Month } from '../../../lib/calendar/month.ts';
import type { Measure } from '../../../measures/index.ts';
import { published } from '../../../platform/access/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { leastCount } from '../../comparison/small-numbers.ts';
import { countIn } from '../../figures/count-in.ts';
import { monthlyFigures } from '../../figures/figures-service.ts';
import { hasHidden } from '../../figures/not-shown.ts';
import type { MonthlyFigures, PerformanceArea } from '../../model.ts';
import { makePeriod } from '../../periods/make-period.ts';
import type { WardsOfMeasure } from './model.ts';

export interface WardsAsked {
  measure: Measure;
  area: PerformanceArea;
  /** Areas that can be chosen; the wards among them are drawn. */
  areas: readonly PerformanceArea[];
  /** Last month of the year. */
  last: Month;
  /** Day whose threshold for small numbers holds. */
  today: string;
}

/** A measure over a year in the wards of a unit, borough or ward's borough; null where nothing is held of them. */
export const wardsOfMeasure = published(
  'performance.wards-of-measure',
  async (platform: Platform, { measure, area, areas, last, today }: WardsAsked): Promise<WardsOfMeasure | null> => {
    const wards = areas.filter((each) => each.kind === 'ward' && isWithin(each, area));
    const figures = await monthlyFigures(platform, { measures: [measure.name], areas: wards, vintage: null });
    const [first] = figures;
    if (first === undefined) return null;
    const ends = addMonths(
      first.firstMonth,
      first.values.findLastIndex((value) => value !== null),
    );
    const to = ends < last ? ends : last;
    const period = makePeriod(addMonths(to, -11), to);
    const residents =
      measure.denominator === 'residents'
        ? await monthlyFigures(platform, { measures: ['residents'], areas: wards, vintage: null })
        : [];
    const enough =
      figures.filter((each) => (countIn(each, period) ?? 0) >= leastCount(today)).length * 2 >= wards.length;
    const rated = enough && residents.length === wards.length;
    const places = new Map(hexPlaces(first.area.boundaryVersion)?.map((place) => [place.code, place]));
    const counts = wards.map((ward) => {
      const own = figures.find((each) => each.area.word === ward.word);
      return {
        ...{ code: ward.word, name: ward.name, borough: ward.boroughName ?? '', place: places.get(ward.word) ?? null },
        count: own === undefined ? null : countIn(own, period),
        hidden: own !== undefined && hasHidden(own, period),
        residents: rated ? latestOf(residents.find((each) => each.area.word === ward.word)) : null,
      };
    });
    if (counts.every(({ count, hidden }) => count === null && !hidden)) return null;
    const { vintage } = first;
    const synthetic = figures.some((each) => each.synthetic);
    return { period, wards: counts, rated, synthetic, vintage, backCast: figures.some((each) => each.backCast) };
  },
);

/** Whether a ward lies in a borough, in one of a unit's, or in the borough of a ward or cluster. */
function isWithin({ boroughCode }: PerformanceArea, area: PerformanceArea): boolean {
  const boroughs = area.boundaryVersion === 'boroughs-2022' ? area.areaCodes : [area.boroughCode];
  return boroughCode !== null && boroughs.includes(boroughCode);
}

function latestOf(figures: MonthlyFigures | undefined): number | null {
  return figures?.values.findLast((value) => value !== null) ?? null;
}
