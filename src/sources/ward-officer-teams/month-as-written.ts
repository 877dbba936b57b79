import { type Month, monthFromNumber } from '../../lib/calendar/month.ts';

const NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Year first, as in 2024-03, 2024-03-01 or 2024-03-01 00:00:00; no other day than the first is a month. */
const YEAR_FIRST = /^(\d{4})-(\d{2})(?:-01(?:[ T]00:00(?::00)?)?)?$/;
/** Day first, as in 01/03/2024. */
const DAY_FIRST = /^01\/(\d{2})\/(\d{4})$/;
/** By name, as in March 2024, Mar-24 or Mar 2024. */
const BY_NAME = /^([a-z]{3,9})[ -](\d{4}|\d{2})$/i;

/** The month that a cell of a workbook names, however it was saved; null for anything else. */
export function monthAsWritten(text: string): Month | null {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return monthOf(yearFirst[1], yearFirst[2]);
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return monthOf(dayFirst[2], dayFirst[1]);
  const byName = BY_NAME.exec(text);
  if (!byName) return null;
  const name = (byName[1] ?? '').toLowerCase();
  const at = NAMES.findIndex((short) => isMonthName(name, short));
  const year = byName[2] ?? '';
  return at === -1 ? null : monthOf(year.length === 2 ? `20${year}` : year, String(at + 1));
}

const LONG = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });

function isMonthName(name: string, short: string): boolean {
  const long = LONG.format(new Date(Date.UTC(2000, NAMES.indexOf(short), 1))).toLowerCase();
  return name === short || name === long || (short === 'sep' && name === 'sept');
}

function monthOf(year = '', month = ''): Month | null {
  const number = Number(month);
  return number >= 1 && number <= 12 ? monthFromNumber(Number(year) * 12 + number - 1) : null;
}
