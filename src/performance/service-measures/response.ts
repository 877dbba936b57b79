import { percentileInBands } from '../../lib/statistics/shares/index.ts';
import { RESPONSE_BANDS, RESPONSE_GRADES, RESPONSE_WITHIN_MINUTES } from '../../measures/index.ts';
import type { Periods } from '../periods/previous-period.ts';
import type { Built } from './built.ts';
import type { GradeTimes, ResponseSection } from './model.ts';
import { combineMonths, type PeriodMonths, periodTotals } from './period-months.ts';
import { figuresOf, monthsHeld, type ServiceFigures, sayNoFile } from './service-figures.ts';
import { shareChange } from './share-change.ts';

const PERCENTILES = [0.5, 0.9];
const WHAT = 'response times';
const NOT_KNOWN = 'time-not-known';

/** Response times of every grade there are figures of: shares within 15 and 60 minutes, and percentiles by their bands. */
export function response(held: ServiceFigures, periods: Periods, least: number): Built<ResponseSection> {
  const grades = RESPONSE_GRADES.filter(({ slug }) => figuresOf(held, `response-${slug}-${NOT_KNOWN}`) !== null);
  if (grades.length === 0) return { because: sayNoFile(held.area, WHAT) };
  const found = grades.map((grade) => {
    const parts = [...RESPONSE_BANDS.map((band) => `${band.slug}-minutes`), NOT_KNOWN];
    const measures = parts.map((part) => `response-${grade.slug}-${part}`);
    return { grade, held: monthsHeld(held, { measures, periods, what: WHAT }) };
  });
  const used = found.flatMap((each) => ('because' in each.held ? [] : each.held.used));
  const times = found.flatMap((each) => ('because' in each.held ? [] : timesOf(each.grade, each.held.months, least)));
  const [lacking] = found.flatMap((each) => ('because' in each.held ? each.held : []));
  if (times.length === 0 && lacking !== undefined) return lacking;
  return { section: { kind: 'response', grades: times }, used };
}

/** @param months of every band in order, and last of unknown time */
function timesOf(
  { slug, title, aimMinutes }: (typeof RESPONSE_GRADES)[number],
  months: readonly PeriodMonths[],
  least: number,
): GradeTimes {
  const bands = RESPONSE_BANDS.map(({ upToMinutes }, at) => ({ upTo: upToMinutes, months: monthsAt(months, at) }));
  const notKnown = periodTotals(monthsAt(months, bands.length));
  const sum = (some: typeof bands) => combineMonths(some.map((band) => ({ months: band.months, sign: 1 })));
  const percentile = (share: number, period: keyof PeriodMonths) =>
    percentileInBands(
      bands.map((band) => ({ upTo: band.upTo, count: periodTotals(band.months)[period] })),
      share,
      notKnown[period],
    );
  return {
    ...{ grade: slug, title, aimMinutes, notKnown },
    within: RESPONSE_WITHIN_MINUTES.map((minutes) => ({
      minutes,
      change: shareChange(sum(bands.filter(({ upTo }) => upTo !== null && upTo <= minutes)), sum(bands), least),
    })),
    percentiles: PERCENTILES.map((share) => ({
      share,
      current: percentile(share, 'current'),
      previous: percentile(share, 'previous'),
    })),
  };
}

function monthsAt(months: readonly PeriodMonths[], at: number): PeriodMonths {
  const found = months[at];
  if (found === undefined) throw new RangeError(`there are no months of band ${at}`);
  return found;
}
