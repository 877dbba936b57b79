/**
 * The late August bank holiday of a year, a Monday: the last of August.
 * @source Banking and Financial Dealings Act 1971, schedule 1: https://www.legislation.gov.uk/ukpga/1971/80/schedule/1
 * @example
 * lateAugustHoliday(2026); // "2026-08-31"
 */
export function lateAugustHoliday(year: number): string {
  const day = new Date(Date.UTC(year, 7, 31));
  day.setUTCDate(31 - ((day.getUTCDay() + 6) % 7));
  return day.toISOString().slice(0, 10);
}
