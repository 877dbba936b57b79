import { nextDay } from '../../lib/calendar/london-span.ts';
import { isTimeOfDay, londonInstants } from '../../lib/calendar/london-time.ts';
import { type Problem, Refused } from '../../lib/refused.ts';
import { ORDERED_BY, type OrderedBy, type RingfenceEvent, type TimeSpan } from '../model.ts';
import { REASONS, type Reason } from '../reasons.ts';

/** What was typed, by the name of its field. */
export type Typed = Readonly<Record<string, string>>;

/**
 * The instant that a time of day stands for around a duty: the first that lies within it, so that 01:30 of a night duty is
 * of the next day; else that of its own day.
 * @param time "01:30"
 * @throws Refused beside the field where it is not a time
 */
export function instantAround({ day, during }: { day: string; during: TimeSpan }, time: string, field: string): Date {
  if (!isTimeOfDay(time)) throw new Refused([{ field, sentence: 'Type a time of day as 15:10.' }]);
  const instants = [day, nextDay(day)].flatMap((date) => {
    const found = londonInstants(date, time);
    return found.kind === 'twice' ? [found.first, found.second] : [found.at];
  });
  const within = instants.find((at) => at >= during.from && at <= during.to);
  const [first = during.from] = instants;
  return within ?? first;
}

/** Why something is done, which must be said. @throws Refused */
export function becauseOf(typed: Typed, sentence: string): string {
  const text = (typed.because ?? '').trim();
  const problem = becauseProblem(text, sentence);
  if (problem !== null) throw new Refused([problem]);
  return text;
}

function becauseProblem(text: string, sentence: string): Problem | null {
  if (text === '') return { field: 'because', sentence };
  if (text.length > 500) return { field: 'because', sentence: 'Use at most 500 characters.' };
  // Records keep neither a NUL nor a half of a pair.
  if (/[\p{Surrogate}\0]/u.test(text))
    return { field: 'because', sentence: 'Take out the characters that cannot be seen, and try again.' };
  return null;
}

/** What an officer was away for. @throws Refused */
export function reasonOf(text: string | undefined): Reason {
  const found = REASONS.find(({ reason }) => reason === text);
  if (found === undefined) throw new Refused([{ field: 'reason', sentence: 'Choose what it was for.' }]);
  return found.reason;
}

/**
 * The event that was chosen of those of the day; asked for where what it was for is such an event, since without it an
 * order is no exception. A day without one is let be: an emergency may be authorised later.
 * @throws Refused
 */
export function eventOf(
  key: string | undefined,
  { reason, events }: { reason: Reason; events: readonly Pick<RingfenceEvent, 'key' | 'kind'>[] },
): string | null {
  const found = events.find((event) => event.key === key)?.key ?? null;
  const fits = events.some(({ kind }) => (kind === 'major-emergency' ? kind : 'event') === reason);
  if (found === null && fits)
    throw new Refused([
      { field: 'event', sentence: 'Choose which event it was for, or something else that it was for.' },
    ]);
  return found;
}

/** Who ordered it, by role; null where nothing was chosen. */
export const orderedByOf = (text: string | undefined): OrderedBy | null =>
  ORDERED_BY.find((each) => each === text) ?? null;
