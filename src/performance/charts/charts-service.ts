import type { Month } from '../../lib/calendar/month.ts';
import { published } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { monthlyFigures } from '../figures/figures-service.ts';
import { sayHiddenMonths } from '../figures/not-shown.ts';
import type { PerformanceArea } from '../model.ts';
import { controlChart } from './control-chart.ts';
import type { ChartEntry, ControlChart } from './model.ts';
import { settingsFrom } from './settings-from.ts';
import { readEntries } from './settings-store.ts';

/** Which charts are asked for. */
export interface ChartsAsked {
  /** Names in the catalogue. */
  measures: readonly string[];
  /** Areas of one boundary version. */
  areas: readonly PerformanceArea[];
  /** null: for each measure the one that answers best. */
  vintage: string | null;
  /** First and last month shown; null: the latest five financial years. */
  from: Month | null;
  to: Month | null;
}

/**
 * Control charts of some measures for some areas, with what was entered about each; read at once, however many.
 * @returns one for each measure and area that has figures by month or quarter; in the order asked
 * @throws RangeError naming a measure that does not exist, or when the areas are of several boundary versions
 */
export const controlCharts = published(
  'performance.control-charts',
  async (platform: Platform, { measures, areas, vintage, from, to }: ChartsAsked): Promise<ControlChart[]> => {
    const figures = await monthlyFigures(platform, { measures, areas, vintage });
    const entries = await readEntries(platform.records, { measures, areas: areas.map(({ word }) => word) });
    return figures.flatMap((each) => {
      const { measure, area, synthetic } = each;
      const chart = controlChart(each, settingsFrom(entries, { measure, area: area.word, synthetic }, { from, to }));
      return chart === null ? [] : { ...chart, remarks: [...chart.remarks, ...sayHiddenMonths(each, chart)] };
    });
  },
);

/** What was entered about the charts of a measure and an area, withdrawn or not, in the order it was entered. */
export const chartEntries = published(
  'performance.chart-entries',
  (records: Records, { measure, area }: { measure: string; area: string }): Promise<ChartEntry[]> =>
    readEntries(records, { measures: [measure], areas: [area] }),
);
