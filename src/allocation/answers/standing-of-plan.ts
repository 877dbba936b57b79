import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import type { ListedPlan } from '../model.ts';
import type { PublishedStanding } from './model.ts';

/** How a published plan stands on a day. @param inForce number of the plan in force then; null when there is none */
export function standingOfPlan(plan: ListedPlan, asAt: string, inForce: string | null): PublishedStanding {
  const { id, inForceFrom, publishedAt, alone, withdrawn } = plan;
  const kind =
    withdrawn !== null
      ? 'withdrawn'
      : id === inForce
        ? 'in force'
        : inForceFrom > asAt
          ? 'not yet in force'
          : 'no longer in force';
  return {
    kind,
    id,
    from: inForceFrom,
    publishedOn: todayInLondon(publishedAt),
    alone,
    reason: withdrawn?.reason ?? null,
  };
}
