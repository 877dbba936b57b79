import { addMonths, monthsBetween } from '../../lib/calendar/month.ts';
import type { MonthBefore, RecordedBefore } from '../before/model.ts';
import { awayMinutesBefore } from '../before/say-before.ts';
import type { ShareMonth } from './share-section.tsx';

/** What was recorded before the ledger of a unit, or of one borough. */
export function monthsBefore(before: RecordedBefore, boroughCode: string | null): readonly MonthBefore[] {
  if (boroughCode === null) return before.together;
  return before.boroughs.find(({ code }) => code === boroughCode)?.months ?? [];
}

/** The month to begin with: the last that is whole and complete, or else the last. */
export function latestBefore(months: readonly MonthBefore[]): MonthBefore | null {
  return months.findLast(({ lacking, doubtful }) => lacking.length === 0 && !doubtful) ?? months.at(-1) ?? null;
}

/** The same as its chart needs them: every month from the first to the last, those without figures too. */
export function sharesBefore(months: readonly MonthBefore[]): ShareMonth[] {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  const known = new Map(months.map((each) => [each.month, each]));
  return Array.from({ length: monthsBetween(first.month, last.month) + 1 }, (_, at) => {
    const month = addMonths(first.month, at);
    const found = known.get(month);
    if (found === undefined) return { month, share: null, doubtful: false, availableMinutes: 0, awayMinutes: 0 };
    const awayMinutes = awayMinutesBefore(found);
    return {
      month,
      share: found.minutes === 0 ? null : awayMinutes / found.minutes,
      doubtful: found.doubtful,
      availableMinutes: found.minutes,
      awayMinutes,
    };
  });
}
