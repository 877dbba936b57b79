import { isDate } from '../../lib/calendar/is-date.ts';
import { londonTime } from '../../lib/calendar/london-time.ts';
import type { Problem } from '../../lib/refused.ts';
import { textProblem } from '../../lib/text-problem.ts';
import { AUTHORISING_RANKS } from './authorising-ranks.ts';

/** A major emergency as it is entered. */
export interface EmergencyTyped {
  unit: string;
  name: string;
  /** London day on which it began. */
  firstDay: string;
  rank: string;
  /** null where no day and time could be read. */
  authorisedAt: Date | null;
  expires: Date | null;
  /** Log, message or order that the authorisation is in. */
  source: string;
}

const DAY = 24 * 60 * 60 * 1000;
const MOST_DAYS = 14;

/** What stands in the way of entering an emergency, by the fields of {@link EmergencyTyped}. */
export function emergencyProblems({ name, firstDay, rank, authorisedAt, expires, source }: EmergencyTyped): Problem[] {
  const problems = [
    textProblem('name', name, 80, 'Give it the name that orders use.'),
    isDate(firstDay) ? null : { field: 'firstDay', sentence: 'Write the day on which it began as 2026-08-03.' },
    AUTHORISING_RANKS.includes(rank) ? null : { field: 'rank', sentence: 'Choose the rank of whoever authorised it.' },
    authorisedAt === null
      ? { field: 'authorisedAt', sentence: 'Write the day and the time at which it was authorised.' }
      : null,
    expires === null ? { field: 'expires', sentence: 'Write the day and the time until which it holds.' } : null,
    textProblem('source', source, 300, 'Say in which log, message or order the authorisation is.'),
  ];
  return [...problems.filter((each) => each !== null), ...spanProblems(firstDay, authorisedAt, expires)];
}

function spanProblems(firstDay: string, authorisedAt: Date | null, expires: Date | null): Problem[] {
  if (authorisedAt === null || expires === null) return [];
  if (expires <= authorisedAt) return [{ field: 'expires', sentence: 'It holds until after it was authorised.' }];
  if (isDate(firstDay) && londonTime(expires).date < firstDay)
    return [{ field: 'expires', sentence: 'It holds until after it began.' }];
  if (expires.getTime() - authorisedAt.getTime() <= MOST_DAYS * DAY) return [];
  const sentence = `An authorisation holds for ${MOST_DAYS} days at most: enter another when it is renewed.`;
  return [{ field: 'expires', sentence }];
}

/** Other days of a yearly event, as they are entered. */
export interface DaysTyped {
  unit: string;
  /** Of the event that is shipped: "carnival-2027". */
  key: string;
  firstDay: string;
  lastDay: string;
  source: string;
}

/** What stands in the way of entering other days of a yearly event: a rule never reaches back. */
export function daysProblems({ key, firstDay, lastDay, source }: DaysTyped, today: string): Problem[] {
  const year = key.slice(-4);
  const written = isDate(firstDay) && isDate(lastDay);
  const days = written ? (Date.parse(lastDay) - Date.parse(firstDay)) / DAY + 1 : 1;
  const said = (field: string, wrong: boolean, sentence: string) => (wrong ? { field, sentence } : null);
  return [
    said('firstDay', !isDate(firstDay), `Write its first day as ${year}-08-29.`),
    said('lastDay', !isDate(lastDay), `Write its last day as ${year}-08-30.`),
    said('firstDay', written && firstDay.slice(0, 4) !== year, `Its days are in ${year}.`),
    said(
      'firstDay',
      written && firstDay <= today,
      'Other days are entered before they begin: choose days after today.',
    ),
    said('lastDay', written && (days < 1 || days > 4), 'It lasts from one day to four: choose the last of them.'),
    textProblem('source', source, 300, 'Say who set the days, and where that is written.'),
  ].filter((each) => each !== null);
}
