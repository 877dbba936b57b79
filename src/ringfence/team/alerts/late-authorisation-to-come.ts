import { sayReasonWithin } from '../say-reason.ts';
import { sayFrom } from '../say-times.ts';
import type { AlertRule } from './alert.ts';
import { isEventReason } from './is-event-reason.ts';

/** A time away for a named event that is planned, has not begun, and is not ordered yet: an order after it begins is marked late. */
export const lateAuthorisationToCome: AlertRule = {
  name: 'late-authorisation-to-come',
  about: 'A planned time away for a named event is not ordered yet, and an order after it begins is marked late.',
  find({ inView: { ward, absences }, now }) {
    return absences
      .filter(({ reason, standing }) => isEventReason(reason) && standing !== 'withdrawn')
      .filter(({ order, from }) => order === null && from > now)
      .map(({ reason, from }) => ({
        rule: 'late-authorisation-to-come',
        place: ward.place,
        sentence: `An officer of ${ward.name} is to be away ${sayFrom(from, now)} for ${sayReasonWithin(reason)}, and nobody has ordered it yet.`,
        by: 'An order that comes after it begins is marked late.',
        whoAnswers: 'The ward’s sergeant asks for the order and adds it before it begins.',
      }));
  },
};
