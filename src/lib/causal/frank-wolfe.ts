import type { SimplexProgramme } from './solve-on-simplex.ts';

/** A programme as the reference package states it: mean squared error of columns mixed against a target, and a ridge. */
export interface PublishedProgramme extends SimplexProgramme {
  /** Rows behind the Gram matrix: the mean squared error is over these. */
  rows: number;
  /** Sum of squares of the target. */
  square: number;
  /** It stops once a turn lowers the objective by no more than the square of this. */
  leastDecrease: number;
}

/** Turns before weights below a quarter of the largest are put to zero, and after. */
const TURNS_BEFORE = 100;
const TURNS_AFTER = 10_000;

/**
 * Weights as the package of the paper finds them, not the best ones: Frank–Wolfe turns that stop early. A hundred turns from
 * equal weights; weights of no more than a quarter of the largest put to zero; then turns until one gains too little.
 * For printed figures only; what it leaves is shown as the duality gap.
 * @source Arkhangelsky et al. (2021), doi:10.1257/aer.20190159; options of `synthdid_estimate` in the manual of synthdid
 *   (https://rdrr.io/pkg/synthdid/man/synthdid_estimate.html)
 */
export function frankWolfe(programme: PublishedProgramme): Float64Array {
  const size = programme.linear.length;
  const first = turns(programme, new Float64Array(size).fill(1 / size), TURNS_BEFORE);
  return turns(programme, withoutSmall(first), TURNS_AFTER);
}

function withoutSmall(weights: Float64Array): Float64Array {
  const bound = Math.max(...weights) / 4;
  const total = weights.reduce((sum, weight) => sum + (weight > bound ? weight : 0), 0);
  return weights.map((weight) => (weight > bound ? weight / total : 0));
}

/** Turns towards the single unit of steepest descent, each as far as is best, from weights that sum to 1. */
function turns(programme: PublishedProgramme, from: Float64Array, most: number): Float64Array {
  const { gram, linear, ridge, rows, square, leastDecrease } = programme;
  const size = linear.length;
  const weights = Float64Array.from(from);
  const mixed = products(gram, weights);
  let last = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < most; turn += 1) {
    const at = steepest(programme, weights, mixed);
    const step = stepTowards(programme, weights, mixed, at);
    let [quadratic, along, lengths] = [0, 0, 0];
    for (let unit = 0; unit < size; unit += 1) {
      const weight = (1 - step) * (weights[unit] as number) + (unit === at ? step : 0);
      const mix = (1 - step) * (mixed[unit] as number) + step * (gram[at * size + unit] as number);
      weights[unit] = weight;
      mixed[unit] = mix;
      quadratic += weight * mix;
      along += weight * (linear[unit] as number);
      lengths += weight * weight;
    }
    const value = (quadratic - 2 * along + square + ridge * lengths) / rows;
    if (turn > 0 && !(last - value > leastDecrease * leastDecrease)) break;
    last = value;
  }
  return weights;
}

function products(gram: Float64Array, weights: Float64Array): Float64Array {
  const size = weights.length;
  return weights.map((_, at) => weights.reduce((sum, weight, k) => sum + weight * (gram[at * size + k] as number), 0));
}

/** The unit towards which the objective falls most steeply. */
function steepest({ linear, ridge }: PublishedProgramme, weights: Float64Array, mixed: Float64Array): number {
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  for (let at = 0; at < linear.length; at += 1) {
    const slope = (mixed[at] as number) - (linear[at] as number) + ridge * (weights[at] as number);
    if (slope < least) [best, least] = [at, slope];
  }
  return best;
}

/** How far towards one unit the objective is least, 0–1. */
function stepTowards(
  { gram, linear, ridge }: PublishedProgramme,
  weights: Float64Array,
  mixed: Float64Array,
  at: number,
) {
  const size = linear.length;
  let [slope, curve] = [0, 0];
  for (let unit = 0; unit < size; unit += 1) {
    const weight = weights[unit] as number;
    const way = (unit === at ? 1 : 0) - weight;
    slope += way * ((mixed[unit] as number) - (linear[unit] as number) + ridge * weight);
    curve += way * ((gram[at * size + unit] as number) - (mixed[unit] as number) + ridge * way);
  }
  return curve > 0 ? Math.min(1, Math.max(0, -slope / curve)) : 0;
}
