import { addMonths, type Month, monthsBetween } from '../../lib/calendar/month.ts';
import { daysIn, monthsIn } from '../periods/make-period.ts';
import type { Periods } from '../periods/previous-period.ts';

/** Spans of months at equal distances, in time order, and how many of them apart two are that are compared. */
export interface EarlierSpans {
  spans: readonly { from: Month; to: Month; days: number }[];
  lag: number;
}

/**
 * The spans before a comparison between which changes of the same kind happened: as long as the two periods, which are
 * alike, ending before either begins. Where the periods lie whole years apart they are of the same months of the year, so
 * that seasons cancel; otherwise (whole years that begin with different months) they lie as far apart as the periods. No two
 * of them share a month.
 * @param firstMonth first month for which there is any figure
 */
export function earlierSpans(periods: Periods, firstMonth: Month): EarlierSpans {
  const known = KNOWN.get(periods) ?? new Map<Month, EarlierSpans>();
  const found = known.get(firstMonth) ?? spansBefore(periods, firstMonth);
  KNOWN.set(periods, known.set(firstMonth, found));
  return found;
}

/** Rows of one comparison ask for the same spans again and again: the calendar took a third of the time of a table. */
const KNOWN = new WeakMap<Periods, Map<Month, EarlierSpans>>();

function spansBefore({ current, previous }: Periods, firstMonth: Month): EarlierSpans {
  const [first, second] = current.from < previous.from ? [current, previous] : [previous, current];
  const apart = monthsBetween(first.from, second.from);
  const length = monthsIn(first);
  const step = stepOf(apart, length);
  const spans: { from: Month; to: Month; days: number }[] = [];
  const latest = addMonths(first.from, -step * Math.ceil(length / step));
  for (let from = latest; from >= firstMonth; from = addMonths(from, -step)) {
    const to = addMonths(from, length - 1);
    spans.push({ from, to, days: daysIn({ from, to }) });
  }
  return { spans: spans.reverse(), lag: Math.max(1, Math.round(apart / step)) };
}

/** Months from one span to the next: the fewest whole years that divide the distance and hold a span, else the distance. */
function stepOf(apart: number, length: number): number {
  if (apart % 12 === 0) {
    for (let step = 12 * Math.ceil(length / 12); step <= apart; step += 12) if (apart % step === 0) return step;
  }
  return Math.max(apart, length);
}
