import { type Month, monthNumber } from '../lib/calendar/month.ts';
import { judgeMonths } from './completeness/judge-months.ts';
import { tallyOfTotals } from './completeness/month-tally.ts';

/**
 * Months whose total alone says that the file does not have the whole month, by the rule of judge-months.ts. The recent
 * ward file of the Metropolitan Police has 40 crimes for February 2024 and some 73,000 for every other month; April 2020,
 * the first whole month at home, has four fifths of the months next to it, so it is not doubtful.
 * @param totals month → total over all areas, of one file and publisher
 */
export function doubtfulMonths(totals: ReadonlyMap<Month, number>): Month[] {
  const numbers = [...totals.keys()].map(monthNumber);
  const first = Math.min(...numbers);
  const values = new Array<number | null>(numbers.length === 0 ? 0 : Math.max(...numbers) - first + 1).fill(null);
  for (const [month, total] of totals) values[monthNumber(month) - first] = total;
  return judgeMonths(tallyOfTotals({ start: first, values })).findings.flatMap(({ month, state }) =>
    state === 'absent' ? [] : [month],
  );
}
