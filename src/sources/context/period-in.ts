import { isMonth, type Month } from '../../lib/calendar/month.ts';

/** The time a column's name gives, and the name without it, by which columns of several years are one figure. */
export interface NamedPeriod {
  /** null when the name gives no time. */
  month: Month | null;
  name: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** "Dec-15", "May-2016". */
const NAMED_MONTH = String.raw`(?<![a-z])(?<month>${MONTHS.join('|')})-(?<monthYear>\d{4}|\d{2})(?!\d)`;
/** "2013", "2001/02", "2007/2008", "1999-2003", "2009-13"; a year beside "_" is part of a name, as in "PRE_1900". */
const YEARS = String.raw`(?<![\d_])(?<year>(?:19|20)\d{2})(?:(?<between>[/-])(?<until>\d{4}|\d{2}))?(?![\d_])`;
const PERIOD = new RegExp(`${NAMED_MONTH}|${YEARS}`, 'gi');
const CENSUS = /\bcensus\b/i;
/** Census days: 29 April 2001, 27 March 2011, 21 March 2021. */
const CENSUS_MONTHS: ReadonlyMap<string, Month> = new Map([
  ['2001', '2001-04'],
  ['2011', '2011-03'],
  ['2021', '2021-03'],
]);

/**
 * Finds the time a column's name gives: the last one in it. Its figure stands at the last month of that time: a year at
 * its December (its June for mid-year estimates), two consecutive years such as "2014/15" at the March that ends the
 * financial year, several such as "2009-13" at the last December, a census at its month.
 * @example
 * periodIn('Crime; Robbery; 2014/15', 'december'); // { month: '2015-03', name: 'Crime; Robbery; ' }
 */
export function periodIn(column: string, yearAt: 'june' | 'december'): NamedPeriod {
  const found = [...column.matchAll(PERIOD)];
  const last = found.at(-1)?.groups;
  const isCensus = last !== undefined && CENSUS.test(column);
  const without = column.replace(PERIOD, ' ');
  return {
    month: last === undefined ? null : monthOf(last, isCensus, yearAt),
    name: found.length === 0 ? column : withoutLinks(isCensus ? without.replace(CENSUS, ' ') : without),
  };
}

function monthOf(
  { month, monthYear, year = '', between, until }: Record<string, string | undefined>,
  isCensus: boolean,
  yearAt: 'june' | 'december',
): Month | null {
  if (month !== undefined && monthYear !== undefined) {
    const number = String(MONTHS.indexOf(month.toLowerCase()) + 1).padStart(2, '0');
    return asMonth(monthYear.length === 2 ? `20${monthYear}` : monthYear, number);
  }
  if (until === undefined) {
    return (isCensus && CENSUS_MONTHS.get(year)) || asMonth(year, yearAt === 'june' ? '06' : '12');
  }
  const end = until.length === 4 ? until : `${year.slice(0, 2)}${until}`;
  const isFinancial = between === '/' && Number(end) === Number(year) + 1;
  return asMonth(end, isFinancial ? '03' : '12');
}

function asMonth(year: string, month: string): Month | null {
  const text = `${year}-${month}`;
  return isMonth(text) ? text : null;
}

/** "  to  : % obese" → " : % obese": what linked two times is no part of the name. */
function withoutLinks(name: string): string {
  return name.replace(/ {2}(to|and) {2}/g, ' ');
}
