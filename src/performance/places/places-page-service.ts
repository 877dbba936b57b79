import { boroughsOn } from '../../organisation/index.ts';
import { listUnits } from '../../organisation/service.ts';
import { published } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { performanceAreas } from '../areas/areas-service.ts';
import type { PlacesPageModel } from './model.ts';
import { comparePlaces, type PlacesQuestion } from './places-service.ts';

/** What the page of places shows of what was asked. */
export const loadPlacesPage = published(
  'performance.load-places-page',
  async (platform: Platform, question: PlacesQuestion): Promise<PlacesPageModel> => {
    const { today, ...asked } = question;
    const [unit] = await listUnits(platform.records);
    const areas = await performanceAreas(platform, { asAt: today });
    return {
      unit: { name: unit?.name ?? 'Home', boroughs: unit ? boroughsOn(unit, today).map(({ name }) => name) : [] },
      asked,
      choices: areas.filter(({ kind }) => kind === 'unit' || kind === 'borough'),
      shown: await comparePlaces(platform, question),
    };
  },
);
