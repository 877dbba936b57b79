import { addMonths, type Month } from '../../../lib/calendar/month.ts';
import { findMeasure, type Measure } from '../../../measures/index.ts';
import { may, published } from '../../../platform/access/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { findPerformanceArea, performanceAreas } from '../../areas/areas-service.ts';
import { controlCharts } from '../../charts/charts-service.ts';
import type { ControlChart } from '../../charts/model.ts';
import { asSummed } from '../../comparison/areas-beside-service.ts';
import { compareRows } from '../../comparison/compare-rows.ts';
import { rowFigures } from '../../comparison/row-figures-service.ts';
import { leastCount } from '../../comparison/small-numbers.ts';
import { expectOfArea } from '../../expectation/expectation-service.ts';
import { monthlyFigures } from '../../figures/figures-service.ts';
import { hasHidden } from '../../figures/not-shown.ts';
import type { FoundPerformanceArea, MeasureSet, MonthlyFigures, PerformanceArea } from '../../model.ts';
import { makePeriod } from '../../periods/make-period.ts';
import { unitInView } from '../unit-in-view-service.ts';
import type { MeasurePageModel } from './model.ts';
import { wardsOfMeasure } from './wards-of-measure-service.ts';

export interface MeasureAsked {
  measure: Measure;
  /** As found by the performance pages; null for the command unit. */
  area: string | null;
  /** "2026-11-22". */
  today: string;
}

/** All that a measure's performance page shows of an area. */
export const loadMeasurePage = published(
  'performance.load-measure-page',
  async (
    platform: Platform,
    { measure, area: word, today }: MeasureAsked,
  ): Promise<MeasurePageModel | Extract<FoundPerformanceArea, { kind: 'refused' }>> => {
    const { records } = platform;
    const found = await chartOfArea(platform, { measure, area: word, today });
    if (found.kind === 'refused') return found;
    const { area, chart } = found;
    const areas = await performanceAreas(platform, { asAt: today });
    const [figures = null] = await monthlyFigures(platform, { measures: [measure.name], areas: [area], vintage: null });
    const last = figures === null ? null : lastMonthOf(figures);
    return {
      unit: await unitInView(records, today),
      ...{ measure, area, areas },
      maySetLimits: may(platform.principal, { module: 'performance', act: 'write', place: null }),
      chart,
      hidden: figures !== null && hasHidden(figures),
      lastYear:
        figures === null || last === null || !measure.adds || measure.every !== 'month'
          ? null
          : await compareLastYear(platform, { figures, area, last, today }),
      expectation: figures === null ? null : await expectOfArea(records, figures),
      wards:
        last === null || !measure.adds ? null : await wardsOfMeasure(platform, { measure, area, areas, last, today }),
    };
  },
);

/** The chart of a measure of an area, as its page shows it; null where too little is held to draw one. */
export const chartOfArea = published(
  'performance.chart-of-area',
  async (
    platform: Platform,
    { measure, area: word, today }: MeasureAsked,
  ): Promise<
    | { kind: 'area'; area: PerformanceArea; chart: ControlChart | null; hidden: boolean }
    | Extract<FoundPerformanceArea, { kind: 'refused' }>
  > => {
    const found = await findPerformanceArea(platform, { word, asAt: today });
    if (found.kind === 'refused') return found;
    const asked = { measures: [measure.name], areas: [found.area], vintage: null, from: null, to: null };
    const [chart = null] = await controlCharts(platform, asked);
    const [figures] = chart === null ? await monthlyFigures(platform, asked) : [];
    return { ...found, chart, hidden: figures !== undefined && hasHidden(figures) };
  },
);

/** The twelve months to the last beside those before; null where either is not held. */
async function compareLastYear(
  platform: Platform,
  { figures, area, last, today }: { figures: MonthlyFigures; area: PerformanceArea; last: Month; today: string },
): Promise<MeasurePageModel['lastYear']> {
  const [current, previous] = [
    makePeriod(addMonths(last, -11), last),
    makePeriod(addMonths(last, -23), addMonths(last, -12)),
  ];
  const periods = { current, previous };
  const own = [figures];
  const rows = await rowFigures(platform, alone(figures.measure), {
    area: asSummed(area),
    own,
    periods,
    because: new Map(),
  });
  const [row] = compareRows(rows, periods, leastCount(today));
  return row === undefined || row.missing !== null ? null : { row, periods, synthetic: figures.synthetic };
}

/** A set of one measure. */
function alone(measure: string): MeasureSet {
  const title = findMeasure(measure)?.title ?? measure;
  const groups = [{ title, rows: [{ measure, printed: title }] }];
  return { name: measure, title, version: 1, from: '2000-01-01', source: '', groups };
}

/** The last month with a figure that is not doubtful; null where there is none. */
function lastMonthOf({ firstMonth, values, doubtful }: MonthlyFigures): Month | null {
  const at = values.findLastIndex((value, index) => value !== null && !doubtful.includes(addMonths(firstMonth, index)));
  return at === -1 ? null : addMonths(firstMonth, at);
}
