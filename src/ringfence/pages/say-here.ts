import { type Month, monthName } from '../../lib/calendar/month.ts';
import { andList } from '../../ui/and-list.ts';
import type { Minutes } from '../reports/model.ts';
import { awayMinutesOf } from './hour-parts-of.ts';
import { hoursWords, wholeHours } from './whole-hours.ts';

/** Shares of rostered ward duty in whole per cent, which come to 100. */
export interface WholeShares {
  away: number;
  presumed: number;
  confirmed: number;
}

/**
 * Confirmed, presumed and away in whole per cent of rostered ward duty. Time that nobody confirmed is never part of what is
 * confirmed, and what rounding leaves is the confirmed share's.
 * @returns null where nothing was rostered
 */
export function wholeShares(row: Minutes): WholeShares | null {
  const { availableMinutes } = row;
  if (availableMinutes <= 0) return null;
  const of = (minutes: number) => Math.round((100 * minutes) / availableMinutes);
  const away = of(awayMinutesOf(row));
  const presumed = Math.min(100 - away, of(row.presumedMinutes));
  return { away, presumed, confirmed: 100 - away - presumed };
}

/** The answer to "Were they here?": its figure, and what follows it. */
export interface HereSaid {
  figure: string;
  rest: string;
}

/**
 * Answers "Were they here?" for a month.
 * @example
 * sayHere(row, '2026-10');
 * // { figure: 'Mostly: 92% of their hours in October 2026.', rest: '33 of 412 hours were spent elsewhere. …' }
 */
export function sayHere(row: Minutes, month: Month): HereSaid {
  const shares = wholeShares(row);
  if (shares === null)
    return {
      figure: `Nobody can say for ${monthName(month)}.`,
      rest: 'No duty on the ward was rostered, so there is nothing to set beside what was promised.',
    };
  const kept = 100 - shares.away;
  const split = shares.presumed > 0 ? `: ${shares.confirmed}% confirmed and ${shares.presumed}% presumed` : '';
  return {
    figure: `${howMuch(kept)}: ${kept}% of their hours in ${monthName(month)}${split}.`,
    rest: `${sayAway(row)} ${sayRuled(row)}`.trim(),
  };
}

function howMuch(kept: number): string {
  if (kept >= 99) return 'Yes';
  if (kept >= 75) return 'Mostly';
  return kept >= 50 ? 'In part' : 'Mostly not';
}

function sayAway(row: Minutes): string {
  const away = awayMinutesOf(row);
  if (away === 0) return `None of ${hoursWords(row.availableMinutes)} was spent elsewhere.`;
  return `${sentence(wholeHours(away))} of ${hoursWords(row.availableMinutes)} ${wholeHours(away) === '1' ? 'was' : 'were'} spent elsewhere.`;
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** What the hours elsewhere count as; an exception is named even where there is none, for the rule names it. */
export function sayRuled(row: Minutes): string {
  const { breachMinutes, exceptionMinutes, permittedMinutes, unruledMinutes } = row;
  const away = awayMinutesOf(row);
  if (away === 0) return '';
  if (breachMinutes === away)
    return `None was for Carnival, New Year’s Eve or a major emergency, so all ${wholeHours(away)} count as breaches.`;
  const kinds = [
    ...said(breachMinutes, 'counts as a breach', 'count as breaches'),
    ...said(exceptionMinutes, 'is an exception', 'are exceptions'),
    ...said(permittedMinutes, 'is permitted by the policy', 'are permitted by the policy'),
    ...said(unruledMinutes, 'is not ruled', 'are not ruled'),
  ];
  const none = breachMinutes === 0 && unruledMinutes === 0 ? ' None is a breach.' : '';
  const [only, another] = kinds;
  if (only === undefined) return '';
  if (another === undefined) return `${isOne(only.hours) ? 'It' : `All ${only.hours}`} ${only.words}.${none}`;
  return `${sentence(andList(kinds.map(({ hours, words }) => `${hours} ${words}`)))}.${none}`;
}

const isOne = (hours: string) => hours === '1' || hours === 'under 1';

/** Hours of one ruling with its verb; none where it has no minutes. */
function said(minutes: number, one: string, several: string): { hours: string; words: string }[] {
  if (minutes <= 0) return [];
  const hours = wholeHours(minutes);
  return [{ hours, words: isOne(hours) ? one : several }];
}
