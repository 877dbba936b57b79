import { listAreas } from '../../geography/service.ts';
import { boroughsOn } from '../../organisation/index.ts';
import { listUnits } from '../../organisation/service.ts';
import { published } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { asPerformanceArea, unitArea } from '../areas/name-areas.ts';
import { unitInView } from '../pages/unit-in-view-service.ts';
import type { PlacesPageModel } from './model.ts';
import { comparePlaces, type PlacesQuestion } from './places-service.ts';

/** What the page of places shows of what was asked. */
export const loadPlacesPage = published(
  'performance.load-places-page',
  async (platform: Platform, question: PlacesQuestion): Promise<PlacesPageModel> => {
    const { today, ...asked } = question;
    const units = await listUnits(platform.records);
    const boroughCodes = units.flatMap((each) => boroughsOn(each, today)).map(({ code }) => code);
    // Units and boroughs alone can be chosen: the wards and clusters of a place are not read for it.
    const boroughs = await listAreas(platform.records, { version: 'boroughs-2022', boroughCodes });
    return {
      unit: await unitInView(platform.records, today),
      asked,
      choices: [...units.map((each) => unitArea(each, today)), ...boroughs.map(asPerformanceArea)],
      shown: await comparePlaces(platform, question),
    };
  },
);
