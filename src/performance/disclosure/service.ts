import type { Series } from '../../measures/index.ts';
import { published } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { MonthlyFigures } from '../model.ts';
import { hiddenCells } from './hidden-cells-service.ts';
import { type GivenOut, hideCells, isGivenOutWhole } from './hide-cells.ts';
import { seesCounts } from './sees-counts-service.ts';

/**
 * Figures as who asks may see them: all to who reads performance figures there, and to everybody else without the months
 * that are not given out. Of an area that is summed, a month is not given out where that of any part is not; the sum of a
 * financial year is, where those of all its parts are.
 */
export const publicFigures = published(
  'performance.public-figures',
  async (platform: Platform, figures: readonly MonthlyFigures[]): Promise<MonthlyFigures[]> => {
    const isWhole = ({ measure, area: { boundaryVersion }, synthetic }: MonthlyFigures): boolean =>
      isGivenOutWhole({ measure, synthetic, boundaryVersion });
    if (figures.every(isWhole)) return [...figures];
    const areas = figures.map(({ area }) => area);
    const sees = await seesCounts(platform, areas);
    if (areas.every(sees)) return [...figures];
    const cells = await hiddenCells(platform);
    return figures.map((each) => {
      const { measure, area, synthetic, firstMonth, values } = each;
      if (sees(area)) return each;
      const given = area.areaCodes.map((areaCode) =>
        hideCells({ measure, areaCode, boundaryVersion: area.boundaryVersion, synthetic, firstMonth, values }, cells),
      );
      const hidden = [...new Set(given.flatMap((one) => one.hidden))].toSorted();
      if (hidden.length === 0) return each;
      const shown = values.map((value, at) => (given.some((one) => one.values[at] === null) ? null : value));
      const years = given
        .flatMap((one) => one.years)
        .filter(({ from }, at, all) => {
          const isFirst = all.findIndex((year) => year.from === from) === at;
          return isFirst && given.every((one) => isGiven(one, from));
        });
      return { ...each, values: shown, hidden, years };
    });
  },
);

/** Whether the sum of a financial year is given out of an area: all of its months are, or the sum is. */
const isGiven = ({ hidden, years }: GivenOut, from: string): boolean =>
  hidden.every((month) => !isIn(month, from)) || years.some((year) => year.from === from);

const isIn = (month: string, from: string): boolean => month >= from && month < `${Number(from.slice(0, 4)) + 1}-04`;

/** Series as they are given out to everybody, whoever asks: for downloads and open data. */
export const givenOutSeries = published(
  'performance.given-out-series',
  async (platform: Pick<Platform, 'records' | 'now'>, series: readonly Series[]): Promise<Series[]> => {
    if (series.every(isGivenOutWhole)) return [...series];
    const cells = await hiddenCells(platform);
    return series.map((each) => {
      const { values, hidden } = hideCells(each, cells);
      if (hidden.length === 0) return each;
      return {
        ...each,
        values,
        hidden,
        origins: each.origins.map((origin, at) => (values[at] === null ? null : origin)),
      };
    });
  },
);

/** Series as who asks may see them: all to who reads performance figures there, else as they are given out. */
export const seriesAsAsked = published(
  'performance.series-as-asked',
  async (platform: Platform, series: readonly Series[]): Promise<Series[]> => {
    if (series.every(isGivenOutWhole)) return [...series];
    const codesOf = ({ boundaryVersion, areaCode }: Series) => ({ boundaryVersion, areaCodes: [areaCode] });
    const sees = await seesCounts(platform, series.map(codesOf));
    const hidden = series.filter((each) => !sees(codesOf(each)));
    const given = await givenOutSeries(platform, hidden);
    return series.map((each) => given[hidden.indexOf(each)] ?? each);
  },
);
