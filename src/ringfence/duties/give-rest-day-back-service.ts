import { randomUUID } from 'node:crypto';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { Refused } from '../../lib/refused.ts';
import { guarded } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { longDate } from '../../ui/long-date.ts';
import type { Choice } from '../../ui/select-field.tsx';
import { callAway } from '../absences/absence-service.ts';
import { tookRestBefore } from '../team/beside-reason-service.ts';
import { dutiesOf } from './duty-service.ts';
import { postedOfficer } from './ward-of-duty-service.ts';

/** A rest day that is given back may have been planned so long before. */
const LOOKED_AHEAD_DAYS = 92;
const DAY = 86_400_000;

/** What may have taken a rest day of an officer, for a form about their days. @throws NotFound where whoever acts does not see their duties */
export const ordersThatTookRest = guarded(
  { name: 'ringfence.orders-that-took-rest', module: 'duties', act: 'write' },
  (platform: Platform, officer: number): Promise<readonly Choice[]> =>
    platform.records.transaction().execute(async (trx) => {
      const now = platform.now();
      const found = await postedOfficer(trx, { officer, today: todayInLondon(now) });
      const day = todayInLondon(new Date(now.getTime() + LOOKED_AHEAD_DAYS * DAY));
      return tookRestBefore(trx, { officer: found.officer, day, but: null });
    }),
);

/** A day on which an officer has a rest day back. */
export interface RestDayBack {
  officer: number;
  day: string;
  /** The absence whose order took the rest day, or "duty:512", the duty worked on it; null where nobody has chosen. */
  chargedTo: string | null;
}

/**
 * Records a rest day that is given back: the officer is away for the whole of their ward duty of a day, which is charged to
 * the order that took the rest day.
 * @throws Refused where they have no ward duty on that day, are away in it already, or no order took the rest day
 */
export const giveRestDayBack = guarded(
  { name: 'ringfence.give-rest-day-back', module: 'duties', act: 'write' },
  async (platform: Platform, { officer, day, chargedTo }: RestDayBack): Promise<void> => {
    const { name, duty } = await platform.records.transaction().execute(async (trx) => {
      const found = await postedOfficer(trx, { officer, today: todayInLondon(platform.now()) });
      const [first] = (await dutiesOf(trx, { officer, from: day, to: day })).filter(({ kind }) => kind === 'ward');
      return { name: found.name, duty: first };
    });
    if (duty === undefined) {
      const sentence = `${name} has no ward duty on ${longDate(day)} to be away from: record the duty they would have had first.`;
      throw new Refused([{ field: 'day', sentence }]);
    }
    const recorded = await callAway(platform, {
      ...{ id: randomUUID(), duty: duty.id, reason: 'rest-day-given-back', chargedTo },
      ...duty.during,
    });
    if (recorded.kind === 'already') throw new Refused([{ field: 'day', sentence: recorded.sentence }]);
  },
);
