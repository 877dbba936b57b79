import { requireUnit } from '../../demand/service.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { unitBoroughs } from '../../organisation/service.ts';
import { published } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { UnitShown } from './pages/review-frame.tsx';

/** The command unit whose reviews are shown, as the masthead names it. */
export const unitShown = published(
  'consultation.unit-shown',
  async ({ records, now }: Pick<Platform, 'records' | 'now'>): Promise<UnitShown> => {
    const name = await requireUnit(records, null);
    const boroughs = await unitBoroughs(records, name, todayInLondon(now()));
    return { name, boroughs: boroughs.map((borough) => borough.name) };
  },
);
