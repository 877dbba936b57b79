import type { Random } from '../random.ts';
import { firstMark, type JudgingLines } from './first-mark.ts';
import { drawMonths, relativeVariance, skewnessOf, type UnchangingMonths } from './unchanging-months.ts';
import { unskewedReach } from './wider-limits.ts';
import { LIMIT_FACTOR, RANGE_LIMIT } from './xmr-limits.ts';

/** A kind of chart of single values, as far as its false alarms depend on it. */
export interface ChartDesign {
  /** Points its lines are taken from. */
  baseline: number;
  /** Full years before the end of the baseline from which the year's cycle was taken out; 0 where it was not. */
  seasonYears: number;
}

/** False alarms among the first so many points judged. */
export interface HorizonAlarms {
  /** Share of charts with a mark by the NHS rules, 0 to 1. */
  chance: number;
  /** Reach of the wider limits, see `skewedReach`, and farthest mean of seven neighbours, in standard deviations. */
  reach: number;
  seven: number;
}

/** Chance of a chart with anything outside its wider limits when nothing changed. */
export const DESIGNED_CHANCE = 0.05;
/** Of it, what the means of seven are given; single months have the rest. */
const SEVENS_CHANCE = DESIGNED_CHANCE / 2;
/** How far a year's cycle that is taken out swings, as a share: low months scatter more once it is. */
const SWING = 0.25;

/**
 * Draws charts of months that never change, with lines from their own baseline and the year's cycle taken out as the chart
 * does it, errors of its factors included.
 * @param horizons numbers of points judged after the baseline, ascending; 0 for the baseline judged itself
 * @returns one a horizon
 */
export function simulateCharts(
  { baseline, seasonYears }: ChartDesign,
  months: UnchangingMonths,
  horizons: readonly number[],
  { charts, random }: { charts: number; random: Random },
): HorizonAlarms[] {
  const before = Math.max(0, 12 * seasonYears - baseline);
  const values = new Float64Array(before + baseline + Math.max(...horizons));
  const skewness = skewnessOf(months);
  const drawn = Array.from({ length: charts }, () => {
    drawMonths(values, months, seasonYears > 0 ? SWING : 0, random);
    if (seasonYears > 0) divideByFactors(values, before + baseline, seasonYears);
    const points = values.subarray(before);
    const lines = linesOf(points.subarray(0, baseline));
    const deviation = lines.centre * Math.sqrt(relativeVariance(months));
    const away = farthest(points, { from: baseline, ...lines, deviation, skewness }, horizons);
    const first = firstMark(points, baseline, lines) - baseline;
    if (horizons[0] !== 0) return { first, ownMarked: false, away };
    const own = points.subarray(0, baseline);
    const ofOwn = farthest(own, { from: 0, ...lines, deviation, skewness }, [baseline]);
    return { first, ownMarked: firstMark(own, 0, lines) < baseline, away: [...ofOwn, ...away.slice(1)] };
  });
  return horizons.map((horizon, at) => {
    const marked = drawn.filter(({ first, ownMarked }) => (horizon === 0 ? ownMarked : first < horizon)).length;
    return { chance: marked / charts, ...widerOf(drawn.map(({ away }) => away[at] ?? NOTHING)) };
  });
}

/** How far the points of one chart went. */
interface Farthest {
  reach: number;
  seven: number;
}

const NOTHING: Farthest = { reach: 0, seven: 0 };

/** The reach of the farthest point outside the usual limits, and of seven on one side, up to each horizon. */
function farthest(
  points: Float64Array,
  given: JudgingLines & { from: number; deviation: number; skewness: number },
  horizons: readonly number[],
): Farthest[] {
  const { from, centre, reach, deviation, skewness } = given;
  let [most, seven, sum, run, side] = [0, 0, 0, 0, 0];
  const found: Farthest[] = [];
  const away = (at: number) => (points[at] as number) - centre;
  for (let at = Math.max(0, from - 6); at < points.length; at += 1) {
    while (found.length < horizons.length && at === from + (horizons[found.length] as number)) {
      found.push({ reach: most, seven });
    }
    const now = away(at);
    run = Math.sign(now) === side ? run + 1 : 1;
    side = Math.sign(now);
    sum = run === 1 ? now : sum + now - (run > 7 ? away(at - 7) : 0);
    if (at < from) continue;
    if (run >= 7) seven = Math.max(seven, Math.abs(sum) / 7 / deviation);
    if (Math.abs(now) > reach) most = Math.max(most, unskewedReach(now / deviation, skewness));
  }
  while (found.length < horizons.length) found.push({ reach: most, seven });
  return found;
}

/** Limits that the designed share of charts passes, by a month or by seven. */
function widerOf(charts: readonly Farthest[]): Farthest {
  const sevens = charts.map(({ seven }) => seven).sort((a, b) => b - a);
  const seven = sevens[Math.floor(SEVENS_CHANCE * charts.length)] ?? 0;
  const left = Math.floor(DESIGNED_CHANCE * charts.length) - charts.filter((each) => each.seven > seven).length;
  const rest = charts.flatMap((each) => (each.seven > seven ? [] : [each.reach])).sort((a, b) => b - a);
  return { seven, reach: rest[Math.max(0, left)] ?? 0 };
}

/** Divides every value by its month's mean share of its year, over the full years that end where the baseline does. */
function divideByFactors(values: Float64Array, end: number, years: number): void {
  const factors = new Float64Array(12);
  for (let year = 1; year <= years; year += 1) {
    const start = end - 12 * year;
    let sum = 0;
    for (let month = 0; month < 12; month += 1) sum += values[start + month] as number;
    for (let month = 0; month < 12; month += 1) {
      const share = sum > 0 ? (12 * (values[start + month] as number)) / sum : 1;
      factors[month] = (factors[month] as number) + share / years;
    }
  }
  // A month that never had any is left as it is.
  for (let at = 0; at < values.length; at += 1) {
    values[at] = (values[at] as number) / (factors[(((at - end) % 12) + 12) % 12] || 1);
  }
}

/** Lines of a chart of single values over an unbroken baseline, ranges screened. */
function linesOf(values: Float64Array): JudgingLines {
  let sum = 0;
  let ranges = 0;
  for (let at = 0; at < values.length; at += 1) {
    sum += values[at] as number;
    if (at > 0) ranges += Math.abs((values[at] as number) - (values[at - 1] as number));
  }
  const most = (RANGE_LIMIT * ranges) / (values.length - 1);
  let kept = 0;
  let keptRanges = 0;
  for (let at = 1; at < values.length; at += 1) {
    const range = Math.abs((values[at] as number) - (values[at - 1] as number));
    if (range >= most) continue;
    kept += 1;
    keptRanges += range;
  }
  return { centre: sum / values.length, reach: kept === 0 ? 0 : (LIMIT_FACTOR * keptRanges) / kept };
}
