import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { guarded } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { postedOfficer } from './ward-of-duty-service.ts';

/** The officer whose duties are to be recorded, for a form about them. @throws NotFound where whoever acts does not see their duties */
export const officerOnDuty = guarded(
  { name: 'ringfence.officer-on-duty', module: 'duties', act: 'write' },
  (platform: Platform, officer: number): Promise<{ officer: number; name: string }> =>
    platform.records.transaction().execute(async (trx) => {
      const found = await postedOfficer(trx, { officer, today: todayInLondon(platform.now()) });
      return { officer: found.officer, name: found.name };
    }),
);
