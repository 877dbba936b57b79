import { londonTime } from '../../lib/calendar/london-time.ts';
import { countWords } from '../../ui/count-words.ts';
import type { PhoneRecord } from './model.ts';

/** What waits on the phone: how much, and since when; null where nothing does. */
export function sayWaiting(records: readonly Pick<PhoneRecord, 'at'>[]): { count: string; since: string } | null {
  const [first] = records.map(({ at }) => at).toSorted();
  if (first === undefined) return null;
  return { count: `${countWords(records.length, 'record')} waiting to send`, since: `from ${timeOf(first)}` };
}

/** An instant as London's clocks show it: "14:42". */
export const timeOf = (instant: string): string => londonTime(new Date(instant)).time;
