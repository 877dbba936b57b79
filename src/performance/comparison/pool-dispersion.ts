import { estimateDispersion } from '../../lib/statistics/dispersion/index.ts';
import { countIn } from '../figures/count-in.ts';
import type { MonthlyFigures } from '../model.ts';
import type { Periods } from '../periods/previous-period.ts';
import { areAlike } from '../periods/say-differences.ts';
import { type EarlierSpans, earlierSpans } from './earlier-spans.ts';
import { exceptionsIn } from './exceptional-months.ts';

/** Areas whose earlier years stand in where one has too few of its own. */
export interface Peers {
  /** "32 boroughs", "17 wards of Islington". */
  named: string;
  figures: readonly MonthlyFigures[];
}

/** What the changes between earlier years say of how much years differ. */
export interface EarlierYears {
  estimate: NonNullable<ReturnType<typeof estimateDispersion>>;
  /** "10 earlier years of Islington, leaving out 2 with restrictions in the pandemic". */
  from: string;
}

/** Pairs of spans below which an area's own are too few: those of five years, each beside the one before. */
const LEAST_PAIRS = 4;

type Span = EarlierSpans['spans'][number];

/**
 * How much more than Poisson counts the change between two such periods varies: estimated from the area's own earlier
 * years, or from those of its peers where it has fewer than five. Of periods that are not alike no earlier span tells it:
 * what the season or the length brings would stand for what years bring.
 * @param events counts of both periods together, by whose size areas are pooled
 * @returns null where neither has any two years to compare, and where the periods are not alike
 */
export function poolDispersion(
  own: MonthlyFigures,
  peers: Peers | null,
  periods: Periods,
  events: number,
): EarlierYears | null {
  if (!areAlike(periods)) return null;
  const alone = estimate([own], periods);
  if (alone !== null && hasOwnYears(own, periods)) return { ...alone, from: say(alone, own.area.name) };
  const pooled = peers === null || peers.figures.length < 2 ? null : estimate(peers.figures, periods, events);
  if (pooled !== null && peers !== null) return { ...pooled, from: say(pooled, peers.named) };
  return alone === null ? null : { ...alone, from: say(alone, own.area.name) };
}

/** Whether an area's own earlier years are enough, so that those of others are not needed. */
export function hasOwnYears(own: MonthlyFigures, periods: Periods): boolean {
  const { spans, lag } = earlierSpans(periods, own.firstMonth);
  const counts = spans.map((span) => countOrNone(own, span));
  const pairs = counts.filter((later, at) => {
    const earlier = counts[at - lag];
    return later !== null && earlier !== null && earlier !== undefined && later.count + earlier.count > 0;
  });
  return pairs.length >= LEAST_PAIRS;
}

type Estimated = Pick<EarlierYears, 'estimate'> & { years: number; leftOut: readonly Span[]; wholeYears: boolean };

/** @param events given where areas of different size are pooled: larger counts are more dispersed */
function estimate(figures: readonly MonthlyFigures[], periods: Periods, events?: number): Estimated | null {
  const firstMonth = figures.map((each) => each.firstMonth).toSorted()[0];
  if (firstMonth === undefined) return null;
  const { spans, lag } = earlierSpans(periods, firstMonth);
  const usable = spans.filter((span) => exceptionsIn(span).length === 0);
  const areas = figures.map((each) => ({ spans: spans.map((span) => countOrNone(each, span)) }));
  const found = estimateDispersion(areas, events === undefined ? { lag } : { lag, events });
  if (found === null) return null;
  const held = (span: Span): boolean => figures.some((each) => countIn(each, span) !== null);
  const years = usable.filter(held).length;
  const leftOut = spans.filter((span) => exceptionsIn(span).length > 0 && held(span));
  return { estimate: found, years, leftOut, wholeYears: isYears(spans) };
}

/** Spans that exceptional or doubtful months touch, or that lack a month, tell nothing. */
function countOrNone(figures: MonthlyFigures, span: Span): { count: number; days: number } | null {
  if (exceptionsIn(span).length > 0) return null;
  if (figures.doubtful.some((month) => span.from <= month && month <= span.to)) return null;
  const count = countIn(figures, span);
  return count === null || !Number.isInteger(count) ? null : { count, days: span.days };
}

const isYears = ([first, second]: readonly Span[]): boolean =>
  first === undefined || second === undefined || first.from.slice(5) === second.from.slice(5);

function say({ years, leftOut, wholeYears }: Estimated, whose: string): string {
  const noun = (count: number): string => `${wholeYears ? 'year' : 'period'}${count === 1 ? '' : 's'}`;
  const because = leftOut.flatMap(exceptionsIn)[0]?.because;
  const without = because === undefined ? '' : `, leaving out ${leftOut.length} with ${because}`;
  return `${years} earlier ${noun(years)} of ${whose}${without}`;
}
