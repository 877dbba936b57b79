import { published } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { performanceAreas } from '../areas/areas-service.ts';
import { unitInView } from '../pages/unit-in-view-service.ts';
import { inForceOn } from '../sets/find-set.ts';
import { measureSets } from '../sets/sets-service.ts';
import type { WardsPageModel } from './model.ts';
import { compareWards, measuresOfWards, type WardsQuestion } from './wards-service.ts';

/** What the page that compares wards shows. */
export const loadWardsPage = published(
  'performance.load-wards-page',
  async (platform: Platform, question: WardsQuestion): Promise<WardsPageModel> => {
    const { today, ...asked } = question;
    const areas = await performanceAreas(platform, { asAt: today });
    return {
      unit: await unitInView(platform.records, today),
      asked,
      places: areas.filter(({ kind }) => kind === 'unit' || kind === 'borough' || kind === 'cluster'),
      measures: await measuresOfWards(platform, question),
      sets: inForceOn(await measureSets(platform.records), today),
      shown: await compareWards(platform, question),
    };
  },
);
