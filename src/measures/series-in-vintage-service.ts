import { published } from '../platform/access/index.ts';
import type { Records } from '../platform/database/index.ts';
import type { Measure, Series } from './model.ts';
import { isOfVintage } from './named-vintage.ts';
import { type AreasAsked, heldVintages, readSeries } from './service.ts';

/**
 * The series of a measure for some areas, from a vintage by its name.
 * @param vintage null for the one that answers best; of a measure that is made of others, the vintage of its marks
 * @returns one for each area that has figures; none when the vintage has none of them
 */
export const seriesInVintage = published(
  'measures.series-in-vintage',
  async (
    records: Records,
    { name }: Pick<Measure, 'name'>,
    asked: AreasAsked,
    vintage: string | null,
  ): Promise<Series[]> => {
    if (vintage === null) return readSeries(records, { ...asked, measures: [name] });
    for (const held of await heldVintages(records, asked)) {
      if (!isOfVintage(vintage, held.vintage)) continue;
      const series = await held.read([name]);
      if (series[0] !== undefined && isOfVintage(series[0].vintage, vintage)) return series;
    }
    return [];
  },
);
