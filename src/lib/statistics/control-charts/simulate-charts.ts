import type { Random } from '../random.ts';
import { type CountMarginal, countAt, countThresholds } from './count-quantiles.ts';
import { firstMark, type JudgingLines } from './first-mark.ts';
import { lagOneAutocorrelation } from './lag-one-autocorrelation.ts';

/** A kind of chart of single values, as far as its false alarms depend on it. */
export interface ChartDesign {
  /** Points its lines are taken from. */
  baseline: number;
  /** Points judged after them; 0: those of the baseline are judged themselves. */
  judged: number;
  /** Counts too small to be taken for normal; null otherwise. */
  counts: CountMarginal | null;
  /** Full years before the end of the baseline from which the year's cycle was taken out; 0 where it was not. */
  seasonYears: number;
}

/** What simulated charts came to, one entry a chart; lengths are those of `autocorrelation`. */
export interface SimulatedCharts {
  /** As estimated from the baseline. */
  autocorrelation: Float64Array;
  /** Point judged at which the first mark came, from 0; the number judged where none did. */
  firstMark: Int32Array;
  /** Baseline standard deviations from the centre: how far up and down any judged point lay by the end of each year of them. */
  farthestUp: Float64Array[];
  farthestDown: Float64Array[];
  /** The same for means of seven neighbours, either way. */
  farthestSeven: Float64Array[];
}

/** Points after which the farthest are noted. */
export const YEAR = 12;

/**
 * Draws charts of a process that never changes: a first-order autoregression in time, its values normal or counts, with its
 * lines and its year's cycle taken from its own baseline as the chart does it.
 * @param autocorrelation true lag-one autocorrelation, between -1 and 1
 */
export function simulateCharts(
  design: ChartDesign,
  autocorrelation: number,
  charts: number,
  random: Random,
): SimulatedCharts {
  const { baseline, judged, seasonYears } = design;
  const before = Math.max(0, 12 * seasonYears - baseline);
  const length = before + baseline + judged;
  const thresholds = design.counts === null ? null : countThresholds(design.counts);
  const years = Math.max(1, Math.ceil(judged / YEAR));
  const result: SimulatedCharts = {
    autocorrelation: new Float64Array(charts),
    firstMark: new Int32Array(charts),
    farthestUp: Array.from({ length: years }, () => new Float64Array(charts)),
    farthestDown: Array.from({ length: years }, () => new Float64Array(charts)),
    farthestSeven: Array.from({ length: years }, () => new Float64Array(charts)),
  };
  const values = new Float64Array(length);
  for (let chart = 0; chart < charts; chart += 1) {
    drawValues(values, autocorrelation, thresholds, random);
    if (seasonYears > 0) takeOutYear(values, seasonYears);
    judge(values.subarray(before), design, result, chart);
  }
  return result;
}

/** Fills values with an autoregression; both numbers of each pair that Box and Muller's method gives are used. */
function drawValues(values: Float64Array, rho: number, thresholds: Float64Array | null, random: Random): void {
  const innovation = Math.sqrt(1 - rho * rho);
  let level = 0;
  let spare = Number.NaN;
  for (let at = 0; at < values.length; at += 1) {
    let draw = spare;
    if (Number.isNaN(draw)) {
      const radius = Math.sqrt(-2 * Math.log(1 - random()));
      const angle = 2 * Math.PI * random();
      draw = radius * Math.cos(angle);
      spare = radius * Math.sin(angle);
    } else spare = Number.NaN;
    level = at === 0 ? draw : rho * level + innovation * draw;
    values[at] = thresholds === null ? level : countAt(thresholds, level);
  }
}

/** Takes from every value what its month usually stands above its year, over the first years. */
function takeOutYear(values: Float64Array, years: number): void {
  const usual = new Float64Array(12);
  for (let year = 0; year < years; year += 1) {
    let sum = 0;
    for (let month = 0; month < 12; month += 1) sum += values[12 * year + month] as number;
    for (let month = 0; month < 12; month += 1) {
      usual[month] = (usual[month] as number) + ((values[12 * year + month] as number) - sum / 12) / years;
    }
  }
  for (let at = 0; at < values.length; at += 1) values[at] = (values[at] as number) - (usual[at % 12] as number);
}

function judge(values: Float64Array, { baseline, judged }: ChartDesign, result: SimulatedCharts, chart: number): void {
  const own = values.subarray(0, baseline);
  const lines = linesOf(own);
  const from = judged === 0 ? 0 : baseline;
  result.autocorrelation[chart] = lagOneAutocorrelation(own);
  result.firstMark[chart] = firstMark(values, from, lines) - from;
  let up = 0;
  let down = 0;
  let seven = 0;
  let sum = 0;
  for (let at = Math.max(0, from - 6); at < values.length; at += 1) {
    const away = ((values[at] as number) - lines.centre) / lines.deviation;
    sum += away;
    if (at < from) continue;
    if (at >= 7 && at - 7 >= from - 6) sum -= ((values[at - 7] as number) - lines.centre) / lines.deviation;
    if (away > up) up = away;
    if (-away > down) down = -away;
    if (at >= 6 && Math.abs(sum / 7) > seven) seven = Math.abs(sum / 7);
    const year = Math.floor((at - from) / YEAR);
    for (const [which, value] of [
      [result.farthestUp, up],
      [result.farthestDown, down],
      [result.farthestSeven, seven],
    ] as const) {
      const ofYear = which[Math.min(year, which.length - 1)];
      if (ofYear) ofYear[chart] = value;
    }
  }
}

/** Lines of a chart of single values over an unbroken baseline, ranges screened, with its standard deviation. */
function linesOf(values: Float64Array): JudgingLines & { deviation: number } {
  let sum = 0;
  let ranges = 0;
  for (let at = 0; at < values.length; at += 1) {
    sum += values[at] as number;
    if (at > 0) ranges += Math.abs((values[at] as number) - (values[at - 1] as number));
  }
  const centre = sum / values.length;
  const most = (3.267 * ranges) / (values.length - 1);
  let squares = 0;
  let kept = 0;
  let keptRanges = 0;
  for (let at = 0; at < values.length; at += 1) {
    squares += ((values[at] as number) - centre) ** 2;
    const range = at > 0 ? Math.abs((values[at] as number) - (values[at - 1] as number)) : most;
    if (range >= most) continue;
    kept += 1;
    keptRanges += range;
  }
  // A baseline that never moved gives no scale: any move is then far.
  const deviation = Math.sqrt(squares / (values.length - 1)) || 1e-9;
  return { centre, reach: kept === 0 ? 0 : (2.66 * keptRanges) / kept, deviation };
}
