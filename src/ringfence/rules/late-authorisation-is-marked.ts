import { OWN, type RulingRule } from '../policy/ruling-rule.ts';

const MINUTE = 60_000;
/** Minutes in which an order is entered that was given as it began: an officer who is called away says so first. */
export const AT_ONCE_MINUTES = 10;

/** Said afterwards is said late: by the time that was typed, and by when the records were told, whatever was typed. */
export const lateAuthorisationIsMarked: RulingRule = {
  name: 'late-authorisation-is-marked',
  sentence:
    'An exception that was authorised or ordered after it had begun, or whose event or order was recorded only then, stays one and is marked late.',
  source: OWN,
  rule({ away: { from, order }, event }, before) {
    if (before.ruling !== 'exception') return before;
    const isAfter = (at: Date | null | undefined, minutes = 1) =>
      at != null && at.getTime() >= from.getTime() + minutes * MINUTE;
    const why =
      isAfter(order?.at) || isAfter(event?.authorised?.at)
        ? 'It was authorised after it had begun.'
        : isAfter(event?.enteredAt)
          ? 'It was entered in the calendar after it had begun.'
          : isAfter(order?.knownAt, AT_ONCE_MINUTES)
            ? 'Its order was recorded after it had begun.'
            : null;
    return why === null ? before : { ...before, late: true, because: `${before.because} ${why}` };
  },
};
