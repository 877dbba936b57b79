import { isMonth, type Month } from '../../lib/calendar/month.ts';
import { MONTH_COLUMN } from '../known-layouts.ts';

/** The months a wide file names in its columns, with where each is. */
export type MonthColumns =
  | { kind: 'months'; months: { month: Month; column: number }[] }
  | { kind: 'refused'; because: string };

/** Reads the columns "201004", "201005" and so on of a monthly file of the Metropolitan Police. */
export function readMonthColumns(columns: readonly string[]): MonthColumns {
  const months: { month: Month; column: number }[] = [];
  for (const [column, name] of columns.entries()) {
    if (!MONTH_COLUMN.test(name)) continue;
    const month = `${name.slice(0, 4)}-${name.slice(4)}`;
    if (!isMonth(month)) {
      return { kind: 'refused', because: `has a column "${name}", which is no month: download it again` };
    }
    months.push({ month, column });
  }
  return { kind: 'months', months };
}
