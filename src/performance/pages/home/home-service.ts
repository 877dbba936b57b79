import type { Month } from '../../../lib/calendar/month.ts';
import { published } from '../../../platform/access/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { findPerformanceArea, performanceAreas } from '../../areas/areas-service.ts';
import { comparisonTable } from '../../comparison/comparison-service.ts';
import { lastCommonMonth } from '../../comparison/last-common-month.ts';
import { monthlyFigures } from '../../figures/figures-service.ts';
import type { ComparisonTable } from '../../model.ts';
import { inForceOn } from '../../sets/find-set.ts';
import { measureSets } from '../../sets/sets-service.ts';
import { DEFAULT_PERIOD, DEFAULT_SET, type HomeAsked } from '../performance-address.ts';
import { unitInView } from '../unit-in-view-service.ts';
import type { HomePageModel } from './model.ts';

type Asked = HomeAsked & { today: string };
type Refused = Extract<HomePageModel['shown'], { kind: 'refused' }>;

/** What the performance page shows of what was asked. */
export const loadHomePage = published(
  'performance.load-home-page',
  async (platform: Platform, { today, ...asked }: Asked): Promise<HomePageModel> => {
    const sets = inForceOn(await measureSets(platform.records), today);
    const shown = await compareAsked(platform, { ...asked, today });
    return {
      unit: await unitInView(platform.records, today),
      asked,
      areas: await performanceAreas(platform, { asAt: today }),
      sets,
      lastMonth: await lastMonthOf(platform, shown),
      shown,
    };
  },
);

/** The table that was asked for, or why there is none. */
export const compareAsked = published(
  'performance.compare-asked',
  async (
    platform: Platform,
    { today, ...asked }: Asked,
  ): Promise<{ kind: 'table'; table: ComparisonTable } | Refused> => {
    const found = await findPerformanceArea(platform, { word: asked.area, asAt: today });
    if (found.kind === 'refused') return found;
    const table = await comparisonTable(platform, {
      area: found.area,
      set: asked.set ?? DEFAULT_SET,
      period: asked.period ?? DEFAULT_PERIOD,
      against: asked.against,
      asAt: today,
    });
    return table.kind === 'refused' ? { ...table, near: [] } : { kind: 'table', table };
  },
);

/** The last month a table's measures can be counted to; null where none is shown. */
async function lastMonthOf(platform: Platform, shown: HomePageModel['shown']): Promise<Month | null> {
  if (shown.kind === 'refused') return null;
  const { area, rows } = shown.table;
  const measures = rows.flatMap(({ measureName, missing }) => (missing === null ? [measureName] : []));
  return lastCommonMonth(await monthlyFigures(platform, { measures, areas: [area], vintage: null, months: [] }));
}
