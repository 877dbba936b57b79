import { published } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { TooManyRequests } from '../../platform/web/named-errors.ts';
import type { CharterShown } from '../model.ts';
import type { PowerForPage } from '../power/model.ts';
import { charterPower } from '../power/power-service.ts';
import { within } from './results-service.ts';

/** How long the page of a charter waits for what its pilot could see, in milliseconds. */
const CHARTER_WAITS = 1_500;

/** What a pilot could see, for the page of its charter. What takes longer goes on, and is there for who asks again. */
export const powerForPage = published(
  'evaluation.power-for-page',
  async (platform: Platform, shown: CharterShown): Promise<PowerForPage> => {
    try {
      return (await within(CHARTER_WAITS, charterPower(platform, shown))) ?? { kind: 'working' };
    } catch (error) {
      if (error instanceof TooManyRequests) return { kind: 'working' };
      throw error;
    }
  },
);
