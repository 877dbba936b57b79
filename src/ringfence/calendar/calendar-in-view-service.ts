import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { published } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { RingfenceEvent } from '../model.ts';
import { policyOn } from '../policy/policy-on.ts';
import { policiesOf } from '../policy/policy-service.ts';
import { type UnitInView, unitOfRule } from '../policy/rule-in-view-service.ts';
import { eventsOf, mayChangeCalendarOf } from './calendar-service.ts';
import { eventsWith } from './events-with.ts';

/** First year of the promise, and so of the calendar. */
const FIRST_YEAR = 2017;

/** The calendar of a unit, as everybody may see it. */
export interface CalendarInView {
  unit: UnitInView;
  today: string;
  /** From 2017 to next year, the latest first. */
  events: readonly (RingfenceEvent & { enteredAt: Date | null })[];
  /** The rank that the policy of today asks for. */
  emergencyRank: string;
  /** Whether who asks may enter an emergency. */
  enters: boolean;
  /** Whether who asks may call events off and enter other days. */
  decides: boolean;
  synthetic: boolean;
}

/** The calendar of a unit, or of the first where none is asked for. @throws NotFound where there is no such unit */
export const calendarInView = published(
  'ringfence.calendar-in-view',
  async (platform: Platform, asked: string | null): Promise<CalendarInView> => {
    const unit = await unitOfRule(platform, asked);
    const today = todayInLondon(platform.now());
    const entered = await eventsOf(platform, unit.name);
    const last = Math.max(Number(today.slice(0, 4)) + 1, ...entered.map(({ lastDay }) => Number(lastDay.slice(0, 4))));
    const years = Array.from({ length: last - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);
    const enteredAt = new Map(entered.map((event) => [event.key, event.enteredAt]));
    const adopted = (await policiesOf(platform, unit.name)).filter(({ adoptedAt }) => adoptedAt !== null);
    return {
      ...{ unit, today, ...mayChangeCalendarOf(platform, unit.name) },
      events: eventsWith(entered, years)
        .toReversed()
        .map((event) => ({ ...event, enteredAt: enteredAt.get(event.key) ?? null })),
      emergencyRank: policyOn(adopted, today).policy.emergencyRank,
      synthetic: entered.some(({ synthetic }) => synthetic),
    };
  },
);
