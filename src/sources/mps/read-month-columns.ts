import { isMonth, type Month, monthName } from '../../lib/calendar/month.ts';
import { MONTH_COLUMN } from '../recognition/known-layouts.ts';

/** The months a wide file names in its columns, with where each is. */
export type MonthColumns =
  | { kind: 'months'; months: { month: Month; column: number }[] }
  | { kind: 'refused'; because: string };

/** Long before the first publication; a column before it is damaged, and would make a run of thousands of months. */
const EARLIEST: Month = '2000-01';

/**
 * Reads the columns "201004", "201005" and so on of a monthly file of the Metropolitan Police.
 * @param now the present month: a later one is refused
 */
export function readMonthColumns(columns: readonly string[], now: Month): MonthColumns {
  const months: { month: Month; column: number }[] = [];
  for (const [column, name] of columns.entries()) {
    if (!MONTH_COLUMN.test(name)) continue;
    const month = `${name.slice(0, 4)}-${name.slice(4)}`;
    if (!isMonth(month) || month < EARLIEST || month > now) {
      const range = `${monthName(EARLIEST)} to ${monthName(now)}`;
      return { kind: 'refused', because: `has a column "${name}", which is no month from ${range}: download it again` };
    }
    months.push({ month, column });
  }
  return { kind: 'months', months };
}
