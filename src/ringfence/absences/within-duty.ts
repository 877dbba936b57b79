import type { TimeSpan } from '../model.ts';
import { sayAt } from '../team/say-times.ts';

const MINUTE = 60_000;

/** A time away that begins at most this many minutes before its duty is counted from its start; one earlier is of no duty. */
const EARLY_MINUTES = 60;

/** A time away as it lies within its duty, or one sentence why it does not. */
export type FittedTime =
  /** cut: what was left out of it, in sentences. */
  { kind: 'within'; from: Date; to: Date | null; cut: string[] } | { kind: 'outside'; said: string };

/** The whole minute that an instant lies in. */
export const minuteOf = (at: Date): Date => new Date(Math.floor(at.getTime() / MINUTE) * MINUTE);

/**
 * Fits a time away into its duty, in whole minutes of which a begun one counts: what lies before and after the duty is cut.
 * @param asked.to null: they are still away
 * @param now      for saying on which day a time is
 */
export function withinDuty(asked: { from: Date; to: Date | null }, duty: TimeSpan, now: Date): FittedTime {
  const from = minuteOf(asked.from);
  const hours = `${sayAt(duty.from, now)} to ${sayAt(duty.to, now)}`;
  if (from >= duty.to)
    return {
      kind: 'outside',
      said: `The duty was from ${hours}, so nobody is away from it at ${sayAt(from, now)}: change the duty first if it lasted longer.`,
    };
  if (from.getTime() < duty.from.getTime() - EARLY_MINUTES * MINUTE)
    return {
      kind: 'outside',
      said: `The duty is from ${hours}, so ${sayAt(from, now)} is too early to be away from it: change the duty first if it began earlier.`,
    };
  if (asked.to !== null && (asked.to < asked.from || asked.to <= duty.from))
    return { kind: 'outside', said: 'They cannot be back before they were called away: check both times.' };
  const first = from < duty.from ? duty.from : from;
  const end = asked.to === null ? null : endWithin(first, asked.to, duty.to);
  const cut = [
    ...(from < duty.from ? [`It is counted from ${sayAt(duty.from, now)}, when the duty begins.`] : []),
    ...(asked.to !== null && minuteOf(asked.to) > duty.to
      ? [`It is counted to ${sayAt(duty.to, now)}, when the duty ends: change the duty if it lasted longer.`]
      : []),
  ];
  return { kind: 'within', from: first, to: end, cut };
}

/** Back within the same minute is back after one: no time away is of no length. */
function endWithin(from: Date, to: Date, last: Date): Date {
  const end = Math.max(minuteOf(to).getTime(), from.getTime() + MINUTE);
  return new Date(Math.min(end, last.getTime()));
}
