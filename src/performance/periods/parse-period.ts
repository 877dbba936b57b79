import { addMonths, isMonth, type Month } from '../../lib/calendar/month.ts';
import type { ComparisonRefused, Period } from '../model.ts';
import { financialYearStart, readFinancialYear } from './financial-year.ts';
import { makePeriod } from './make-period.ts';

/** A period as read, or one that counts to the last month there is, which is not known yet. */
export type ReadPeriod =
  | { kind: 'period'; period: Period }
  | { kind: 'to the last month'; span: Span }
  | ComparisonRefused;

/** April to a month, or the twelve months to it. */
type Span = 'ytd' | 'rolling12';

const SPANS = new Map<string, Span>([
  ['ytd', 'ytd'],
  ['rolling12', 'rolling12'],
  ['rolling-12', 'rolling12'],
]);
/** Months beyond these are slips of the pen, and no calendar reckons with them. */
const [EARLIEST, LATEST]: readonly [Month, Month] = ['1900-01', '2100-12'];

/**
 * Reads a period as someone writes it: "2023-24" (April to March), "2023-04..2024-03", "ytd:2023-12" (April to that
 * month), "rolling12:2024-03"; "ytd" and "rolling12" alone count to the last month held.
 * @example parsePeriod('ytd:2023-12') // April to December 2023
 */
export function parsePeriod(text: string): ReadPeriod {
  const asked = text.trim();
  const year = readFinancialYear(asked);
  if (year && isWithin(year.from) && isWithin(year.to))
    return { kind: 'period', period: makePeriod(year.from, year.to, asked) };
  const [head = '', month, ...rest] = asked.toLowerCase().split(':');
  const span = SPANS.get(head.trim().replaceAll(' ', ''));
  if (span && month === undefined) return { kind: 'to the last month', span };
  if (span && rest.length === 0 && isRead(month?.trim())) {
    return { kind: 'period', period: periodTo(span, month?.trim() as Month, asked) };
  }
  if (head.trim() === 'baseline') {
    return refused(`"${asked}" is what one compares with: give it to --against, and a period such as 2023-24 here.`);
  }
  return readRange(asked);
}

/** The period of a span that ends with a month: from April, or twelve months. */
export function periodTo(span: Span, to: Month, asked: string): Period {
  if (span === 'rolling12') return makePeriod(addMonths(to, -11), to, asked);
  return makePeriod(financialYearStart(to), to, asked);
}

function readRange(asked: string): ReadPeriod {
  const [from = '', to = '', ...rest] = asked.split('..').map((part) => part.trim());
  if (isRead(asked)) {
    return refused(`"${asked}" is one month, and no financial year: write ${asked}..${asked} for that month.`);
  }
  if (!isRead(from) || !isRead(to) || rest.length > 0) {
    return refused(
      `"${asked}" is not a period: write a year such as 2023-24, months such as 2023-04..2024-03, ytd:2023-12 or rolling12:2024-03.`,
    );
  }
  if (to < from) return refused(`"${asked}" ends before it begins: write ${to}..${from}.`);
  return { kind: 'period', period: makePeriod(from, to, asked) };
}

const isRead = (text: string | undefined): text is Month => text !== undefined && isMonth(text) && isWithin(text);
const isWithin = (month: Month): boolean => month >= EARLIEST && month <= LATEST;

const refused = (because: string): ComparisonRefused => ({ kind: 'refused', because });
