import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { guarded, within } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { absencesOf, lastOrder } from '../absences/absence-service.ts';
import { eventsHeld } from '../calendar/calendar-service.ts';
import { eventsWith } from '../calendar/events-with.ts';
import { dutiesOf, dutyToday } from '../duties/duty-service.ts';
import { readUncounted } from '../duties/settle-store.ts';
import type { Duty } from '../model.ts';
import { officerActing } from '../officers/officer-acting-service.ts';
import { placesNumbered } from '../places/place-service.ts';
import { policyOn } from '../policy/policy-on.ts';
import { policyTimeline } from '../policy/policy-service.ts';
import { namedWards } from '../team/ward-view-service.ts';
import { dutyTodayOf } from './duty-today-of.ts';
import type { DutyToday } from './model.ts';
import type { OwnToday } from './own-today.ts';
import { sayNoDuty } from './say-no-duty.ts';

const DAY = 86_400_000;
const LOOKED_BACK_DAYS = 7;
const LOOKED_AHEAD_DAYS = 7;

/** Today of whoever is signed in: their duty and what is recorded of it, what waits to be confirmed, and what comes next. */
export const ownToday = guarded(
  { name: 'ringfence.own-today', module: 'duties', act: 'write' },
  async (platform: Platform): Promise<OwnToday> => {
    const now = platform.now();
    const day = todayInLondon(now);
    const officer = await officerActing(platform);
    const duty = await dutyToday(platform);
    if (officer === null)
      return { officer, day, today: null, said: sayNoDuty(null, null), toConfirm: [], next: null, synthetic: false };
    return platform.records.transaction().execute(async (trx) => {
      const from = todayInLondon(new Date(now.getTime() - LOOKED_BACK_DAYS * DAY));
      const to = todayInLondon(new Date(now.getTime() + LOOKED_AHEAD_DAYS * DAY));
      const near = await dutiesOf(trx, { officer: officer.officer, from, to });
      const over = near.filter(
        ({ kind, confirmed, during }) => kind === 'ward' && confirmed === null && during.to <= now,
      );
      const uncounted = await readUncounted(
        trx,
        'duty',
        over.map(({ id }) => id),
      );
      const absences = over.length === 0 ? [] : await absencesOf(trx, { duties: over.map(({ id }) => id) });
      return {
        ...{ officer: { reference: officer.reference, name: officer.name }, day },
        today: duty === null ? null : await dutyTodayIn(trx, { duty, unit: officer.unit }),
        said: duty?.kind === 'ward' ? '' : sayNoDuty(officer, duty),
        toConfirm: over.toReversed().map((each) => ({
          duty: each,
          counted: !uncounted.has(each.id),
          absences: absences.filter((of) => of.duty === each.id && of.standing !== 'withdrawn'),
        })),
        next: near.find(({ during, day: on }) => during.from > now && on > day) ?? null,
        synthetic: near.some(({ synthetic }) => synthetic),
      };
    });
  },
);

/** A duty of today as a phone keeps it; null where it is worked elsewhere, so that nobody can be called away from a ward. */
export const dutyTodayIn = within(
  'ringfence.duty-today-in',
  async (trx: Records, { duty, unit }: { duty: Duty; unit: string }): Promise<DutyToday | null> => {
    if (duty.kind !== 'ward') return null;
    const [ward] = await namedWards(trx, await placesNumbered(trx, [duty.place]));
    const { policy } = policyOn(await policyTimeline(trx, unit), duty.day);
    const events = eventsWith(await eventsHeld(trx, unit), [Number(duty.day.slice(0, 4))]);
    const absences = await absencesOf(trx, { duties: [duty.id] });
    const order = await lastOrder(trx, duty.officer);
    const counted = !(await readUncounted(trx, 'duty', [duty.id])).has(duty.id);
    return dutyTodayOf({ duty, counted, ward: ward?.name ?? 'your ward', absences, policy, events, lastOrder: order });
  },
);
