import { requireUnit } from '../../../demand/service.ts';
import { todayInLondon } from '../../../lib/calendar/today-in-london.ts';
import { unitBoroughs } from '../../../organisation/service.ts';
import { published } from '../../../platform/access/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { longDate } from '../../../ui/long-date.ts';
import { planInForce } from '../../service.ts';
import type { Review } from '../model.ts';
import type { Baseline } from '../pages/compare/every-ward-table.tsx';
import type { UnitShown } from '../pages/review-frame.tsx';

/** The command unit as a page names it. @throws WrongUsage where there is not exactly one */
export const unitShown = published(
  'consultation.unit-shown',
  async ({ records, now }: Platform): Promise<UnitShown> => {
    const name = await requireUnit(records, null);
    const boroughs = await unitBoroughs(records, name, todayInLondon(now()));
    return { name, boroughs: boroughs.map((each) => each.name) };
  },
);

/** The plan in force today, to hold proposals against; null where there is none for the wards of the review. */
export const planNow = published(
  'consultation.plan-now',
  async ({ records, now }: Platform, { unit, demand }: Pick<Review, 'unit' | 'demand'>): Promise<Baseline | null> => {
    const inForce = await planInForce(records, unit, todayInLondon(now()));
    if (inForce === null || inForce.boundaryVersion !== demand.boundaryVersion) return null;
    return {
      head: 'Now',
      words: `the plan in force since ${longDate(inForce.inForceFrom)}`,
      proposal: null,
      officers: Object.fromEntries(inForce.plan.wards.map(({ code, dwo }) => [code, dwo])),
    };
  },
);
