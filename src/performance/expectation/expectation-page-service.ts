import { published } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { performanceAreas } from '../areas/areas-service.ts';
import { unitInView } from '../pages/unit-in-view-service.ts';
import type { ExpectationPageModel } from './expectation-page.tsx';
import { type ExpectationAsked, expectedMeasures, expectNextYear } from './expectation-service.ts';

/** What the page of expectations shows. */
export const loadExpectationPage = published(
  'performance.load-expectation-page',
  async (platform: Platform, question: ExpectationAsked): Promise<ExpectationPageModel> => {
    const { today, ...asked } = question;
    return {
      unit: await unitInView(platform.records, today),
      asked,
      places: await performanceAreas(platform, { asAt: today }),
      measures: await expectedMeasures(platform, question),
      shown: await expectNextYear(platform, question),
    };
  },
);
