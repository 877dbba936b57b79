const DATE = /^\d{4}-\d{2}-\d{2}$/;
const FIRST = '1900-01-01';
const LAST = '2200-12-31';

/**
 * Whether the text is a day of the calendar from 1900 to 2200, written "2026-03-01"; 2026-02-30 is not. No figure lies
 * outside those years, and databases and calendars do not agree about days such as 0000-01-01.
 */
export function isDate(text: string): boolean {
  if (!DATE.test(text) || text < FIRST || text > LAST) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
