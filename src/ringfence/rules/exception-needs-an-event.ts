import { isBreach, PROMISE_2017, type RulingRule } from '../policy/ruling-rule.ts';

/** The date alone exempts nothing. */
export const exceptionNeedsAnEvent: RulingRule = {
  name: 'exception-needs-an-event',
  sentence: 'An exception names an event of the calendar, and one of the kind that its reason is about.',
  source: PROMISE_2017,
  rule({ away: { reason, event: key }, event }, before) {
    if (before.ruling !== 'exception') return before;
    if (key === null || key === '') return isBreach('It names no event: an exception needs the event and the order.');
    if (event === null) return isBreach('It names an event that the calendar does not have.');
    const fits = (event.kind === 'major-emergency') === (reason === 'major-emergency');
    return fits ? before : isBreach(`It names ${event.name}, which is an event of another kind.`);
  },
};
