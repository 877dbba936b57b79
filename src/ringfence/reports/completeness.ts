import { type Month, monthName } from '../../lib/calendar/month.ts';
import type { RingfencePolicy } from '../model.ts';
import type { Minutes } from './model.ts';

/** Whether a month can be relied on, and why in a sentence. */
export interface Completeness {
  complete: boolean;
  completeness: string;
}

const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;

/**
 * Whether the records of a month are complete: it is over, no more of the kept time is presumed than the policy lets through,
 * and no more of the promise is unaccounted for.
 * @param asked.over whether the month has ended
 */
export function completenessOf(
  minutes: Minutes,
  { month, over, policy }: { month: Month; over: boolean; policy: Pick<RingfencePolicy, 'presumedShare'> },
): Completeness {
  const { confirmedMinutes, presumedMinutes, promisedMinutes, unrosteredMinutes, offDutyMinutes } = minutes;
  const kept = confirmedMinutes + presumedMinutes;
  const most = policy.presumedShare;
  const incomplete = (because: string): Completeness => ({ complete: false, completeness: `Incomplete: ${because}` });
  if (!over) return incomplete(`${monthName(month)} is not over, and its figures change every day.`);
  if (promisedMinutes === 0 && minutes.availableMinutes === 0) return incomplete('nothing was promised or recorded.');
  if (promisedMinutes > 0 && unrosteredMinutes !== null && unrosteredMinutes / promisedMinutes > most)
    return incomplete(
      `${percent(unrosteredMinutes / promisedMinutes)} of the time promised is in no roster, and no more than ${percent(most)} may be.`,
    );
  if (kept > 0 && presumedMinutes / kept > most)
    return incomplete(
      `nobody has confirmed ${percent(presumedMinutes / kept)} of the time kept, and no more than ${percent(most)} may be presumed.`,
    );
  // How much is in no roster would tell how much was leave.
  if (unrosteredMinutes === null && offDutyMinutes > promisedMinutes * most)
    return {
      complete: true,
      completeness: `Complete as far as it is told: at least ${percent(1 - most)} of the time kept is confirmed. Leave is told here with what is in no roster, which is told apart of boroughs.`,
    };
  return {
    complete: true,
    completeness: `Complete: at least ${percent(1 - most)} of the time promised is accounted for, and as much of the time kept is confirmed.`,
  };
}
