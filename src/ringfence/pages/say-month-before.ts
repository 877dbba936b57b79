import { monthName } from '../../lib/calendar/month.ts';
import { andList } from '../../ui/and-list.ts';
import { countWords } from '../../ui/count-words.ts';
import type { MonthBefore } from '../before/model.ts';
import { awayMinutesBefore } from '../before/say-before.ts';
import type { HereSaid } from './say-here.ts';
import { hoursWords, wholeHours } from './whole-hours.ts';

/** Answers "Were they here?" for a month before the ledger, as far as it can be answered. */
export function sayMonthBefore(place: string, month: MonthBefore): HereSaid {
  const away = awayMinutesBefore(month);
  if (month.minutes === 0)
    return {
      figure: `Nobody can say for ${monthName(month.month)}.`,
      rest: `The force’s table has no time on duty in ${place}.`,
    };
  if (month.lacking.length > 0)
    return {
      figure: `Only ${andList(month.boroughs)} can be told of in ${monthName(month.month)}.`,
      rest: `${wholeHours(away)} of ${hoursWords(month.minutes)} there were spent elsewhere. That is ${countWords(month.boroughs.length, 'borough')} of ${month.boroughs.length + month.lacking.length}: no publication that was imported has ${andList(month.lacking)} in this month, so there is no figure for ${place}.`,
    };
  if (month.doubtful)
    return {
      figure: `Nobody can say for ${monthName(month.month)} with confidence.`,
      rest: `${wholeHours(away)} of ${hoursWords(month.minutes)} in ${place} were spent elsewhere. That is under half the hours of other months, so the publication seems to have only some teams or a part of the month.`,
    };
  const kept = Math.round(100 * (1 - away / month.minutes));
  return {
    figure: `${kept}% of recorded time in ${monthName(month.month)} was not spent elsewhere.`,
    rest: `${wholeHours(away)} of ${hoursWords(month.minutes)} in ${place} were. Nobody ruled them: the ledger begins later, and the force’s table names no event and no order.`,
  };
}
