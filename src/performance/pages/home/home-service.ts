import { boroughsOn } from '../../../organisation/index.ts';
import { listUnits } from '../../../organisation/service.ts';
import { published } from '../../../platform/access/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { findPerformanceArea, performanceAreas } from '../../areas/areas-service.ts';
import type { HomeAsked } from '../performance-address.ts';
import type { HomePageModel } from './model.ts';

/** What the performance page shows of what was asked. */
export const loadHomePage = published(
  'performance.load-home-page',
  async (platform: Platform, { today, ...asked }: HomeAsked & { today: string }): Promise<HomePageModel> => {
    const [unit] = await listUnits(platform.records);
    const boroughs = unit === undefined ? [] : boroughsOn(unit, today);
    const found = await findPerformanceArea(platform, { word: asked.area, asAt: today });
    return {
      unit: { name: unit?.name ?? 'Home', boroughs: boroughs.map(({ name }) => name) },
      asked,
      areas: await performanceAreas(platform, { asAt: today }),
      shown:
        found.kind === 'refused'
          ? { kind: 'refused', because: found.because, near: found.near }
          : { kind: 'area', area: found.area },
    };
  },
);
