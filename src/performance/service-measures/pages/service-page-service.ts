import { may, published } from '../../../platform/access/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { findPerformanceArea, performanceAreas } from '../../areas/areas-service.ts';
import { unitInView } from '../../pages/unit-in-view-service.ts';
import { serviceReport } from '../service-report-service.ts';
import type { ServicePageAsked, ServicePageModel } from './model.ts';

const DEFAULT_PERIOD = 'rolling12';

/** What the page of the service shows of what was asked. */
export const loadServicePage = published(
  'performance.load-service-page',
  async (platform: Platform, asked: ServicePageAsked): Promise<ServicePageModel> => {
    return {
      unit: await unitInView(platform.records, asked.today),
      asked,
      mayImport: may(platform.principal, { module: 'imports', act: 'write', place: null }),
      areas: await performanceAreas(platform, { asAt: asked.today }),
      shown: await reportAsked(platform, asked),
    };
  },
);

/** The report that was asked for, or why there is none. */
export const reportAsked = published(
  'performance.service-report-asked',
  async (platform: Platform, asked: ServicePageAsked): Promise<ServicePageModel['shown']> => {
    const found = await findPerformanceArea(platform, { word: asked.area, asAt: asked.today });
    if (found.kind === 'refused') return found;
    const { period, against, today } = asked;
    return serviceReport(platform, { area: found.area, period: period ?? DEFAULT_PERIOD, against, asAt: today });
  },
);
