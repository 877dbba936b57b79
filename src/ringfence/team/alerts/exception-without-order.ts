import { sayReasonWithin } from '../say-reason.ts';
import { sayFrom } from '../say-times.ts';
import type { AlertRule } from './alert.ts';
import { isEventReason } from './is-event-reason.ts';

/** A time away for a named event that has begun without anybody's order: until there is one it counts as a breach. */
export const exceptionWithoutOrder: AlertRule = {
  name: 'exception-without-order',
  about: 'A time away for a named event has no order.',
  find({ inView: { ward, absences }, now }) {
    return absences
      .filter(({ reason, standing }) => isEventReason(reason) && standing !== 'withdrawn')
      .filter(({ order, from }) => order === null && from <= now)
      .map(({ reason, from }) => ({
        rule: 'exception-without-order',
        place: ward.place,
        sentence: `An officer of ${ward.name} was called away ${sayFrom(from, now)} for ${sayReasonWithin(reason)}, and nobody has said who ordered it.`,
        by: 'An exception needs the event and the order: until the order is there it counts as a breach.',
        whoAnswers: 'The ward’s sergeant adds the order.',
      }));
  },
};
