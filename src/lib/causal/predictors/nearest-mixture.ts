import { cholesky, solveFactored } from '../../statistics/regression/cholesky.ts';

/** Points in a few dimensions, by rows. */
export interface Points {
  /** Points × dimensions. */
  at: Float64Array;
  count: number;
  dimensions: number;
}

/** Slopes that differ by less than this share of the largest squared length are alike: rounding. */
const ROUNDING = 1e-13;

/**
 * Weights, no less than zero and summing to 1, of the mixture of points that is nearest to the origin: Wolfe's algorithm,
 * exact to rounding. For a search that asks thousands of times with few dimensions and many points, this is several times
 * as fast as a quadratic programme on the points' products, which have the rank of the dimensions only.
 * @param from points to begin with, such as those with weight in a similar question
 * @returns weights, one for each point, and the points that have any
 * @source Wolfe, P. (1976), Finding the nearest point in a polytope, doi:10.1007/BF01580381
 */
export function nearestMixture(points: Points, from: readonly number[]): { weights: Float64Array; support: number[] } {
  const { count } = points;
  const { scale, shortest } = lengthsOf(points);
  const weights = new Float64Array(count);
  let support = begin(points, from, shortest, scale, weights);
  const mixture = new Float64Array(points.dimensions);
  for (let turns = 0; turns < 10 * count && scale > 0; turns += 1) {
    mixInto(mixture, points, support, weights);
    const entering = lowest(points, mixture, support);
    if (entering === -1 || squared(mixture) - along(points, entering, mixture) <= ROUNDING * scale) break;
    const next = settle(points, [...support, entering], weights, scale);
    if (next === null || !next.includes(entering)) break;
    support = next;
  }
  return { weights, support };
}

/** The largest squared length, and the shortest point. */
function lengthsOf(points: Points): { scale: number; shortest: number } {
  let [scale, shortest, least] = [0, 0, Infinity];
  for (let point = 0; point < points.count; point += 1) {
    const length = product(points, point, point);
    if (length > scale) scale = length;
    if (length < least) [least, shortest] = [length, point];
  }
  return { scale, shortest };
}

function begin(
  points: Points,
  from: readonly number[],
  shortest: number,
  scale: number,
  weights: Float64Array,
): number[] {
  if (from.length > 0) {
    for (const point of from) weights[point] = 1 / from.length;
    const support = settle(points, [...from], weights, scale);
    if (support) return support;
    weights.fill(0);
  }
  weights[shortest] = 1;
  return [shortest];
}

/**
 * Moves the weights of a support to the nearest point of its plane, dropping points on the way whose weight would be
 * negative; null, with the weights as they were, where the points do not span a plane of their own.
 */
function settle(points: Points, support: number[], weights: Float64Array, scale: number): number[] | null {
  let left = support;
  const before = Float64Array.from(weights);
  while (left.length > 0) {
    const goal = nearestOfPlane(points, left, scale);
    if (!goal) {
      weights.set(before);
      return null;
    }
    let step = 1;
    for (const [place, point] of left.entries()) {
      const [now, then] = [weights[point] as number, goal[place] as number];
      if (then < 0) step = Math.min(step, now / (now - then));
    }
    const stay: number[] = [];
    for (const [place, point] of left.entries()) {
      const [now, then] = [weights[point] as number, goal[place] as number];
      const next = now + step * (then - now);
      const leaves = step < 1 && then < 0 && (next <= 0 || now / (now - then) <= step);
      weights[point] = leaves ? 0 : Math.max(0, next);
      if (!leaves) stay.push(point);
    }
    if (stay.length === left.length) return stay;
    left = stay;
  }
  weights.set(before);
  return null;
}

/** Weights of any sign, summing to 1, of the point nearest to the origin on the plane; null where there is no one such. */
function nearestOfPlane(points: Points, support: readonly number[], scale: number): Float64Array | null {
  // The same added to every product changes nothing where weights sum to 1, and makes independent points enough.
  const products = support.map((one, row) => {
    const entries = new Float64Array(support.length);
    for (let column = 0; column <= row; column += 1)
      entries[column] = product(points, one, support[column] as number) + scale;
    return entries;
  });
  const factor = cholesky(products);
  if (!factor) return null;
  const goal = solveFactored(factor, new Float64Array(support.length).fill(1));
  let all = 0;
  for (const each of goal) all += each;
  for (let place = 0; place < goal.length; place += 1) goal[place] = (goal[place] as number) / all;
  return goal;
}

function lowest(points: Points, mixture: Float64Array, support: readonly number[]): number {
  let [best, least] = [-1, Infinity];
  for (let point = 0; point < points.count; point += 1) {
    const slope = along(points, point, mixture);
    if (slope < least && !support.includes(point)) [best, least] = [point, slope];
  }
  return best;
}

function mixInto(mixture: Float64Array, { at, dimensions }: Points, support: readonly number[], weights: Float64Array) {
  mixture.fill(0);
  for (const point of support)
    for (let k = 0; k < dimensions; k += 1)
      mixture[k] = (mixture[k] as number) + (weights[point] as number) * (at[point * dimensions + k] as number);
}

function along({ at, dimensions }: Points, point: number, mixture: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < dimensions; k += 1) sum += (at[point * dimensions + k] as number) * (mixture[k] as number);
  return sum;
}

function product({ at, dimensions }: Points, one: number, other: number): number {
  let sum = 0;
  for (let k = 0; k < dimensions; k += 1)
    sum += (at[one * dimensions + k] as number) * (at[other * dimensions + k] as number);
  return sum;
}

function squared(mixture: Float64Array): number {
  return mixture.reduce((sum, each) => sum + each * each, 0);
}
