import { InvalidArgument } from '../../invalid-argument.ts';
import { chiSquaredQuantile } from '../distributions/index.ts';
import { type EarlierPair, type EarlierSpans, earlierPairs } from './earlier-pairs.ts';
import { type DispersedReference, satterthwaite } from './reference-distribution.ts';

/** How much more variable than Poisson counts the change between two spans is. */
export interface Dispersion {
  /** Variance of the change over that of Poisson counts; at least 1. */
  dispersion: number;
  /** Satterthwaite's, for people; the p-value is of the exact distribution below. */
  degreesOfFreedom: number;
  /** Pairs of spans behind it, over all areas. */
  pairs: number;
  /** Areas with at least one pair. */
  areas: number;
  reference: DispersedReference;
}

export interface DispersionOptions {
  lag: number;
  events?: number;
}

/**
 * Estimates the dispersion of the change between two spans from earlier pairs of spans equally far apart, so that whatever
 * months and years have in common (autocorrelation, drift) is in it for the very length and distance compared.
 *
 * The mean square of the changes; or, with `events`, 1 + κ events, where κ makes the mean of square ÷ (1 + κ own events)
 * equal 1. Rates that rise and fall by a share make larger counts more dispersed, as those of London's boroughs are, so
 * areas of different size are pooled with `events`.
 *
 * Assumes that the spans of one area are about independent of each other, and that areas given together have the same κ
 * (or dispersion) and the same correlation between any two in the same pair of spans. Of pairs that share a span, each
 * counts as less than one degree of freedom.
 * @param areas one, or those to pool; all series begin at the same step
 * @param options.lag    steps between the spans compared, whole ≥ 1
 * @param options.events events in both spans of the comparison to be made, ≥ 0; left out, all counts are equally dispersed
 * @returns null when no area has a pair
 * @throws InvalidArgument when a lag, count or number of days is out of range
 * @source κ by matching a sum of squares to its expectation: Paule and Mandel (1982), doi:10.6028/jres.087.022;
 * Pearson's statistic for overdispersion: McCullagh and Nelder (1989), Generalized Linear Models, 4.5; differences
 * of neighbours: von Neumann (1941), doi:10.1214/aoms/1177731677; degrees of freedom: Satterthwaite (1946),
 * doi:10.2307/3002019
 */
export function estimateDispersion(areas: readonly EarlierSpans[], options: DispersionOptions): Dispersion | null {
  const { lag, events } = options;
  if (!(Number.isInteger(lag) && lag >= 1)) throw new InvalidArgument(`a lag is a whole number of steps, not ${lag}`);
  for (const span of areas.flatMap(({ spans }) => spans))
    if (span && !(span.count >= 0 && span.days > 0))
      throw new InvalidArgument(`a span has a count and days, not ${span.count} in ${span.days} days`);
  const changes = areas.map((area) => earlierPairs(area, lag)).filter((pairs) => pairs.length > 0);
  const all = changes.flat();
  if (all.length === 0) return null;
  const perEvent = events === undefined ? 0 : dispersionPerEvent(all);
  const sized = changes.map((pairs) =>
    pairs.map((pair) => ({ ...pair, change: pair.change / Math.sqrt(1 + perEvent * pair.events) })),
  );
  const reference = referenceOf(sized, lag);
  return {
    dispersion: events === undefined ? Math.max(1, meanSquare(all)) : 1 + perEvent * events,
    degreesOfFreedom: satterthwaite(reference),
    pairs: all.length,
    areas: changes.length,
    reference,
  };
}

/**
 * The distribution of the mean square. Changes that follow each other have correlation −½ (one's later span is the other's
 * earlier), so q in a row are q independent parts sized 1 + cos(kπ / (q + 1)); areas with correlation ρ split each part
 * into a common one sized 1 + (m − 1)ρ and m − 1 sized 1 − ρ.
 */
function referenceOf(changes: readonly (readonly EarlierPair[])[], lag: number): DispersedReference {
  const total = sum(changes.map((pairs) => pairs.length));
  const steps = new Set(changes.flatMap((pairs) => pairs.map(({ step }) => step)));
  const areasEach = total / steps.size;
  const sizes = partsOfRuns(steps, lag);
  const correlation = likelyCorrelation(changes, steps.size ** 2 / sum(sizes.map((size) => size ** 2)));
  const common = (1 + (areasEach - 1) * correlation) / total;
  const own = (1 - correlation) / total;
  return sizes.flatMap((size) => [
    { share: size * common, degreesOfFreedom: 1 },
    ...(areasEach > 1 && own > 0 ? [{ share: size * own, degreesOfFreedom: areasEach - 1 }] : []),
  ]);
}

/** Sizes of the independent parts of changes at these steps. */
function partsOfRuns(steps: ReadonlySet<number>, lag: number): number[] {
  const runs = [...steps].filter((step) => !steps.has(step - lag)).map((first) => runLength(steps, first, lag));
  return runs.flatMap((length) =>
    Array.from({ length }, (_, index) => 1 + Math.cos(((index + 1) * Math.PI) / (length + 1))),
  );
}

function runLength(steps: ReadonlySet<number>, first: number, lag: number): number {
  let length = 0;
  while (steps.has(first + length * lag)) length += 1;
  return length;
}

/** Share of the distribution of the mean square of the steps' means taken to lie below what was seen; of one step, less. */
const UNLUCKY = 0.05;
const UNLUCKY_ALONE = 0.01;

/**
 * The correlation of two areas' changes at the same step, as large as it may well be: the mean square of the steps' means is
 * divided by the lower 5 % of its distribution (1 % where there is one step). One or two steps say little of what a year
 * does to all areas, and where they happen to say little, the dispersion is also estimated too low; with many steps this
 * comes to the plain estimate.
 * @param commonDegreesOfFreedom of the mean square of the steps' means
 */
function likelyCorrelation(changes: readonly (readonly EarlierPair[])[], commonDegreesOfFreedom: number): number {
  const all = changes.flat();
  const steps = [...new Set(all.map(({ step }) => step))];
  if (steps.length === all.length) return 0;
  const ofMeans = sum(steps.map((step) => squareOfMean(all.filter((pair) => pair.step === step))));
  const within = (sum(all.map(({ change }) => change ** 2)) - ofMeans) / (all.length - steps.length);
  const unlucky =
    chiSquaredQuantile(steps.length === 1 ? UNLUCKY_ALONE : UNLUCKY, commonDegreesOfFreedom) / commonDegreesOfFreedom;
  const between = ofMeans / steps.length / unlucky;
  const common = Math.max(0, between - within) / (all.length / steps.length);
  return common === 0 ? 0 : common / (common + within);
}

/** The mean of changes, squared, as many times as there are changes. */
function squareOfMean(pairs: readonly EarlierPair[]): number {
  return sum(pairs.map(({ change }) => change)) ** 2 / pairs.length;
}

/** The κ ≥ 0 that makes the mean of square ÷ (1 + κ events) equal 1: by Newton's steps, from 0, on a convex curve. */
function dispersionPerEvent(pairs: readonly EarlierPair[]): number {
  let perEvent = 0;
  for (let step = 0; step < 200; step += 1) {
    const surplus = sum(pairs.map(({ change, events }) => change ** 2 / (1 + perEvent * events) - 1));
    if (surplus <= 1e-12 * pairs.length) break;
    perEvent += surplus / sum(pairs.map(({ change, events }) => (events * change ** 2) / (1 + perEvent * events) ** 2));
  }
  return perEvent;
}

function meanSquare(pairs: readonly EarlierPair[]): number {
  return sum(pairs.map(({ change }) => change ** 2)) / pairs.length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
