import { InvalidArgument } from '../../invalid-argument.ts';
import { median } from '../median.ts';
import { loess, loessAt, type Smoother } from './loess.ts';

export interface StlOptions {
  /** Values in a cycle, such as 12; at least 2. */
  period: number;
  /** Cycles that the seasonal part of a month reaches, odd and at least 7; "periodic": the same in every cycle. */
  seasonalSpan: number | 'periodic';
  /** Values that the trend reaches, odd; 1.5 periods ÷ (1 − 1.5 ÷ seasonalSpan) unless said. */
  trendSpan?: number;
  /** Whether values far from the fit count less, and are fitted again; false unless said. */
  robust?: boolean;
}

/** The parts of a series; values = seasonal + trend + remainder. */
export interface Decomposition {
  seasonal: number[];
  trend: number[];
  remainder: number[];
  /** How much each value counted, 0 to 1; all 1 unless robust. */
  weights: number[];
}

/**
 * Splits a series into a repeating cycle, a trend and what remains, by loess (STL). Spans, jumps and passes left out are
 * those of R's stl().
 * @param values equally spaced, at least two full cycles
 * @throws InvalidArgument for fewer values, or a span that is not odd
 * @source Cleveland et al. (1990), STL: A seasonal-trend decomposition procedure based on loess, J. Official Statistics 6
 */
export function stl(values: readonly number[], options: StlOptions): Decomposition {
  const { period, seasonalSpan, robust = false } = options;
  if (period < 2 || values.length <= 2 * period)
    throw new InvalidArgument('A cycle is found in more than two of them.');
  const periodic = seasonalSpan === 'periodic';
  const span = periodic ? 10 * values.length + 1 : seasonalSpan;
  const smoothers = {
    seasonal: smoother(span, 0),
    trend: smoother(options.trendSpan ?? nextOdd((1.5 * period) / (1 - 1.5 / span)), 1),
    low: smoother(nextOdd(period), 1),
  };
  let parts = { seasonal: values.map(() => 0), trend: values.map(() => 0) };
  let weights: number[] | null = null;
  const rounds = robust ? 15 : 0;
  for (let outer = 0; outer <= rounds; outer += 1) {
    for (let inner = 0; inner < (robust ? 1 : 2); inner += 1) {
      parts = pass(values, parts.trend, period, smoothers, weights);
    }
    if (outer < rounds) weights = robustWeights(values, parts);
  }
  const seasonal = periodic ? averageCycle(parts.seasonal, period) : parts.seasonal;
  const { trend } = parts;
  const remainder = values.map((value, at) => value - (seasonal[at] ?? 0) - (trend[at] ?? 0));
  return { seasonal, trend, remainder, weights: weights ?? values.map(() => 1) };
}

interface Smoothers {
  seasonal: Smoother;
  trend: Smoother;
  low: Smoother;
}

function smoother(span: number, degree: 0 | 1): Smoother {
  if (span % 2 !== 1 || span < 3) throw new InvalidArgument('A span is odd and at least 3.');
  return { span, degree, jump: Math.ceil(span / 10) };
}

function nextOdd(number: number): number {
  const rounded = Math.round(number);
  return rounded % 2 === 0 ? rounded + 1 : rounded;
}

/** One pass: months of the cycle smoothed each by itself, their slow part taken out, then the trend of what is left. */
function pass(
  values: readonly number[],
  trend: readonly number[],
  period: number,
  { seasonal, trend: slow, low }: Smoothers,
  weights: readonly number[] | null,
): { seasonal: number[]; trend: number[] } {
  const detrended = values.map((value, at) => value - (trend[at] ?? 0));
  const cycle = smoothCycle(detrended, period, seasonal, weights);
  const slowPart = loess(movingMean(movingMean(movingMean(cycle, period), period), 3), low, null);
  const found = values.map((_, at) => (cycle[at + period] ?? 0) - (slowPart[at] ?? 0));
  const left = values.map((value, at) => value - (found[at] ?? 0));
  return { seasonal: found, trend: loess(left, slow, weights) };
}

/** Each place of the cycle smoothed over the cycles, with one cycle more at either end. */
function smoothCycle(
  values: readonly number[],
  period: number,
  by: Smoother,
  weights: readonly number[] | null,
): number[] {
  const smoothed: number[] = new Array(values.length + 2 * period).fill(0);
  for (let place = 0; place < period; place += 1) {
    const own = values.filter((_, at) => at % period === place);
    const ownWeights = weights?.filter((_, at) => at % period === place) ?? null;
    const count = own.length;
    const inner = loess(own, by, ownWeights);
    const first = { at: -1, from: 0, until: Math.min(by.span, count), weights: ownWeights };
    const last = { at: count, from: Math.max(0, count - by.span), until: count, weights: ownWeights };
    const before = loessAt(own, by, first) ?? inner[0] ?? 0;
    const after = loessAt(own, by, last) ?? inner.at(-1) ?? 0;
    for (const [turn, value] of [before, ...inner, after].entries()) smoothed[turn * period + place] = value;
  }
  return smoothed;
}

function movingMean(values: readonly number[], length: number): number[] {
  let sum = values.slice(0, length).reduce((total, value) => total + value, 0);
  const means = [sum / length];
  for (let at = length; at < values.length; at += 1) {
    sum += (values[at] ?? 0) - (values[at - length] ?? 0);
    means.push(sum / length);
  }
  return means;
}

/** Bisquare weights by the size of what remains, beside six times its median. */
function robustWeights(
  values: readonly number[],
  { seasonal, trend }: { seasonal: readonly number[]; trend: readonly number[] },
): number[] {
  const sizes = values.map((value, at) => Math.abs(value - (seasonal[at] ?? 0) - (trend[at] ?? 0)));
  const most = 6 * (median(sizes) ?? 0);
  return sizes.map((size) => (size <= 0.001 * most ? 1 : size > 0.999 * most ? 0 : (1 - (size / most) ** 2) ** 2));
}

/** The same cycle throughout: the mean at each of its places. */
function averageCycle(seasonal: readonly number[], period: number): number[] {
  const means = Array.from({ length: period }, (_, place) => {
    const own = seasonal.filter((_, at) => at % period === place);
    return own.reduce((sum, value) => sum + value, 0) / own.length;
  });
  return seasonal.map((_, at) => means[at % period] ?? 0);
}
