/** A calendar month written "2024-02". Months compare and sort as text. */
export type Month = `${number}-${number}`;

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;

export function isMonth(text: string): text is Month {
  return MONTH.test(text);
}

/**
 * Reads a month.
 * @throws RangeError when the text is not of the form 2024-02
 */
export function parseMonth(text: string): Month {
  if (!isMonth(text)) throw new RangeError(`"${text}" is not a month: write it as 2024-02.`);
  return text;
}

/** Months since year 0, so that differences are whole months. */
export function monthNumber(month: Month): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

export function monthFromNumber(number: number): Month {
  const year = Math.floor(number / 12);
  return `${String(year).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}` as Month;
}

/** The month `count` months later (earlier when negative). */
export function addMonths(month: Month, count: number): Month {
  return monthFromNumber(monthNumber(month) + count);
}

/** How many months `to` lies after `from`. */
export function monthsBetween(from: Month, to: Month): number {
  return monthNumber(to) - monthNumber(from);
}

/** Every month from `from` to `to`, both included; empty when `to` comes first. */
export function monthRange(from: Month, to: Month): Month[] {
  const count = monthsBetween(from, to) + 1;
  return count > 0 ? Array.from({ length: count }, (_, index) => addMonths(from, index)) : [];
}

/** The last month that has ended on or before a date written "2024-03-31". */
export function lastMonthEndedBy(date: string): Month {
  const month = parseMonth(date.slice(0, 7));
  return lastDay(month) === Number(date.slice(8, 10)) ? month : addMonths(month, -1);
}

/** Number of days in a month. */
export function lastDay(month: Month): number {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();
}

const NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "February 2024". */
export function monthName(month: Month): string {
  return `${NAMES[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`;
}
