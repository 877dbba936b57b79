import { seededRandom } from '../random.ts';
import { type ChartDesign, type SimulatedCharts, simulateCharts, YEAR } from './simulate-charts.ts';
import { type RateLine, rateAt, unbiasedRate } from './unbiased-rate.ts';

/** How charts of a design behave when nothing changes, by the autocorrelation their baselines show. */
export interface FalseAlarms {
  /** Chance of at least one mark by the NHS rules among the first points judged, 0 to 1. */
  chance(judged: number, autocorrelation: number): number;
  /** Wider limits, in standard deviations of the baseline, that hold the designed chance over all points judged. */
  widerLimits(autocorrelation: number): WiderLimits;
}

export interface WiderLimits {
  up: number;
  down: number;
  /** For the mean of seven neighbours, either way. */
  seven: number;
}

/** Chance of a chart with anything outside its wider limits when nothing changed. */
export const DESIGNED_CHANCE = 0.05;
/**
 * True autocorrelations and the share of charts drawn with each. Over 5,854 stretches of 24 months of the boroughs' crime
 * types, 2010 to 2026, with the year's cycle taken out, the estimate had mean 0.33 and standard deviation 0.30, of which
 * 0.21 is its own scatter: what is left is about normal, 0.33 ± 0.21. The ends are drawn more often than that, so that they
 * are known too.
 */
const TRUTHS = [
  { autocorrelation: -0.3, share: 0.03 },
  { autocorrelation: -0.1, share: 0.1 },
  { autocorrelation: 0.1, share: 0.22 },
  { autocorrelation: 0.3, share: 0.27 },
  { autocorrelation: 0.5, share: 0.22 },
  { autocorrelation: 0.7, share: 0.11 },
  { autocorrelation: 0.85, share: 0.05 },
];
/** Points judged to which a design is rounded up; a longer chart is taken for the longest. */
const HORIZONS = [24, 60, 120];
/** Means and dispersions of counts that stand for all near them; counts above the largest are taken for normal. */
const MEANS = [0.75, 1.5, 3, 6, 12];
const DISPERSIONS = [1, 2];
/** Counts whose mean is above this many times their dispersion are taken for normal. */
const NORMAL_FROM = 17;

/**
 * How often charts like one would mark something although nothing changed, by simulation: first-order autoregressions of
 * each of seven true autocorrelations, lines from their own baselines, the same rules. What is stated for an estimated
 * autocorrelation is unbiased for the true one (see {@link unbiasedRate}). Equal designs are simulated once, from one seed.
 * @param remembered where what was simulated is kept from one chart to the next, by {@link designKey}
 * @param charts simulated in all
 */
export function falseAlarms(
  design: ChartDesign,
  remembered: Map<string, FalseAlarms>,
  charts: number = 3000,
): FalseAlarms {
  const rounded = roundDesign(design);
  const key = designKey(rounded);
  const known = remembered.get(key);
  if (known) return known;
  const random = seededRandom(20_261_122);
  const truths = TRUTHS.map(({ autocorrelation, share }) =>
    simulateCharts(rounded, autocorrelation, Math.round(share * charts), random),
  );
  const found = alarmsOf(rounded, truths);
  remembered.set(key, found);
  return found;
}

function designKey({ baseline, judged, counts, seasonYears }: ChartDesign): string {
  return [baseline, judged, counts?.mean ?? 'normal', counts?.dispersion ?? '', seasonYears].join('/');
}

/** The design that stands for one like it. */
function roundDesign({ baseline, judged, counts, seasonYears }: ChartDesign): ChartDesign {
  return {
    baseline,
    judged: judged === 0 ? 0 : (HORIZONS.find((each) => each >= judged) ?? Math.max(...HORIZONS)),
    counts:
      counts === null || counts.mean > NORMAL_FROM * Math.max(1, counts.dispersion)
        ? null
        : { mean: nearest(MEANS, counts.mean), dispersion: nearest(DISPERSIONS, counts.dispersion) },
    // Four years are taken for three, which is the safer side.
    seasonYears: seasonYears === 4 ? 3 : seasonYears,
  };
}

/** The one with the smallest ratio to a number, either way. */
function nearest(from: readonly number[], to: number): number {
  const ratio = (each: number) => Math.abs(Math.log(each / Math.max(to, 1e-9)));
  return from.reduce((best, each) => (ratio(each) < ratio(best) ? each : best));
}

function alarmsOf(design: ChartDesign, truths: readonly SimulatedCharts[]): FalseAlarms {
  const lines = new Map<number, RateLine>();
  const most = design.judged === 0 ? design.baseline : design.judged;
  const chance = (judged: number, autocorrelation: number) => {
    const within = Math.min(judged, most);
    const line =
      lines.get(within) ??
      unbiasedRate(
        truths.map(({ autocorrelation: estimates, firstMark }) => ({ estimates, rate: shareBelow(firstMark, within) })),
      );
    lines.set(within, line);
    const rate = rateAt(line, autocorrelation);
    // Beyond the longest simulated, months go on as they did.
    return judged > within ? 1 - (1 - rate) ** (judged / within) : rate;
  };
  const tail = DESIGNED_CHANCE / 4;
  const at = Math.ceil(most / YEAR) - 1;
  const last = design.judged === 0 ? 0 : at;
  const curves = {
    up: quantileCurve(truths, (each) => each.farthestUp[last], tail),
    down: quantileCurve(truths, (each) => each.farthestDown[last], tail),
    seven: quantileCurve(truths, (each) => each.farthestSeven[last], 2 * tail),
  };
  return {
    chance,
    widerLimits: (autocorrelation) => ({
      up: curves.up(autocorrelation),
      down: curves.down(autocorrelation),
      seven: curves.seven(autocorrelation),
    }),
  };
}

function shareBelow(values: Int32Array, limit: number): number {
  let below = 0;
  for (const value of values) if (value < limit) below += 1;
  return below / values.length;
}

/** How many bins of charts, alike in their estimated autocorrelation, quantiles are taken in. */
const BINS = 8;

/** An upper quantile as a line through those of charts alike in estimated autocorrelation; flat beyond the outermost. */
function quantileCurve(
  truths: readonly SimulatedCharts[],
  pick: (each: SimulatedCharts) => Float64Array | undefined,
  tail: number,
): (autocorrelation: number) => number {
  const charts = truths.flatMap((each) => {
    const farthest = pick(each) ?? new Float64Array(each.autocorrelation.length);
    return Array.from(farthest, (value, at) => ({ estimate: each.autocorrelation[at] as number, value }));
  });
  charts.sort((a, b) => a.estimate - b.estimate);
  const size = Math.ceil(charts.length / BINS);
  const knots = Array.from({ length: BINS }, (_, bin) => {
    const members = charts.slice(bin * size, (bin + 1) * size);
    const values = members.map(({ value }) => value).sort((a, b) => b - a);
    const estimate = members.reduce((sum, each) => sum + each.estimate, 0) / members.length;
    return { estimate, value: values[Math.floor(tail * values.length)] ?? 0 };
  });
  return (autocorrelation) => {
    const after = knots.findIndex(({ estimate }) => estimate >= autocorrelation);
    const right = knots[after === -1 ? BINS - 1 : after];
    const left = knots[Math.max(0, (after === -1 ? BINS : after) - 1)];
    if (left === undefined || right === undefined) return Number.POSITIVE_INFINITY;
    const span = right.estimate - left.estimate;
    const share = span > 0 ? Math.min(1, Math.max(0, (autocorrelation - left.estimate) / span)) : 0;
    return left.value + share * (right.value - left.value);
  };
}
