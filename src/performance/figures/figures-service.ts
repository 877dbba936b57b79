import type { Month } from '../../lib/calendar/month.ts';
import { findMeasure, type Series } from '../../measures/index.ts';
import { type HeldFigures, heldFigures } from '../../measures/service.ts';
import { published } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { publicFigures } from '../disclosure/service.ts';
import type { MonthlyFigures, PerformanceArea } from '../model.ts';
import { sumAreas } from './sum-areas.ts';

/** Which figures are asked for. */
export interface FiguresAsked {
  /** Names in the catalogue. */
  measures: readonly string[];
  /** Areas of one boundary version. */
  areas: readonly PerformanceArea[];
  /** null: for each measure the one that answers best. */
  vintage: string | null;
  /** Months that are wanted above others, by which the vintage is chosen; none where it is left out. */
  months?: readonly Month[];
}

/**
 * The monthly figures of some measures for some areas of one boundary version, each measure from one vintage. Read at
 * once, however many there are. Every figure that performance shows comes this way, so that who asks gets no month that is
 * not given out to them: such a month is null, and named in `hidden`.
 * @returns one for each measure and area that has figures for all of the official areas it sums; in the order asked
 * @throws RangeError naming a measure that does not exist, or when the areas are of several boundary versions
 */
export const monthlyFigures = published(
  'performance.monthly-figures',
  async (platform: Platform, asked: FiguresAsked): Promise<MonthlyFigures[]> => {
    const { measures, areas } = asked;
    const [first] = areas;
    if (first === undefined || measures.length === 0) return [];
    const { boundaryVersion } = first;
    if (areas.some((area) => area.boundaryVersion !== boundaryVersion)) {
      throw new RangeError('The areas are of several boundary versions: ask for each apart.');
    }
    const areaCodes = [...new Set(areas.flatMap((area) => area.areaCodes))];
    const held = await heldFigures(platform.records, { areaCodes, boundaryVersion });
    const series = await read(held, asked);
    const byKey = new Map(series.map((each) => [`${each.measure} ${each.areaCode}`, each]));
    const summed = measures.flatMap((measure) => {
      const adds = findMeasure(measure)?.adds ?? false;
      return areas.flatMap((area) => {
        const parts = area.areaCodes.flatMap((code) => byKey.get(`${measure} ${code}`) ?? []);
        if (parts.length < area.areaCodes.length || (parts.length > 1 && !adds)) return [];
        return sumAreas(area, parts) ?? [];
      });
    });
    return publicFigures(platform, summed);
  },
);

async function read(
  held: HeldFigures,
  { measures, vintage, months }: Pick<FiguresAsked, 'measures' | 'vintage' | 'months'>,
): Promise<Series[]> {
  if (vintage !== null) return (await held.vintages.find((each) => each.vintage === vintage)?.read(measures)) ?? [];
  const last = months?.toSorted().at(-1);
  return held.choose(measures, months === undefined || last === undefined ? null : { months, by: last });
}
