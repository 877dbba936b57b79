import { InvalidArgument } from '../invalid-argument.ts';
import { type GrowingFactor, growingFactor } from './growing-factor.ts';

/** Minimise ½ωᵀGω − cᵀω + ½ρ|ω|² over weights ω ≥ 0 that sum to 1. */
export interface SimplexProgramme {
  /** G, n × n by rows: symmetric, and of no negative curvature. */
  gram: Float64Array;
  /** c, length n ≥ 1. */
  linear: Float64Array;
  /** ρ ≥ 0. */
  ridge: number;
}

export interface SimplexSolution {
  /** Length n, ≥ 0, summing to 1. */
  weights: Float64Array;
  /** What the objective could still fall by at most, over {@link scaleOf}. */
  dualityGap: number;
}

/** The active set: which weights are above zero, what they are, and the factor of their part of the matrix. */
interface Active {
  support: number[];
  weights: Float64Array;
  factor: GrowingFactor;
  /** Right-hand sides of the support, solved halfway as far as `ready` says: rows that stay keep what was solved. */
  halfway: { linear: Float64Array; ones: Float64Array; ready: number };
  /** Room for what is solved at a turn. */
  room: { goal: Float64Array; ones: Float64Array; steps: Float64Array; column: Float64Array };
  /** Added to every entry of the matrix, which changes nothing where weights sum to 1, and makes independent points enough. */
  lift: number;
}

/** Gradients differ by rounding below this share of the scale. */
const ROUNDING = 4e-16;

/**
 * Least squares with weights that are no less than zero and sum to 1, exactly: by an active set.
 *
 * Weights enter one at a time, the one of steepest descent first, and the least on their plane is solved for exactly; where
 * that has a negative weight, it is gone towards until one weight is zero, which leaves. The objective falls at every turn,
 * so no set comes twice. A unit that repeats others takes the place of one of them instead of joining.
 * @param start weights to begin from, such as those of a similar programme: any that sum to 1
 * @returns weights whose duality gap is shown: rounding, about 1e-15, as a rule
 * @throws InvalidArgument when shapes do not fit
 * @source Wolfe, P. (1976), Finding the nearest point in a polytope, doi:10.1007/BF01580381; the gap: Jaggi (2013), Revisiting
 *   Frank-Wolfe
 * @example
 * solveOnSimplex({ gram: Float64Array.of(1, 0, 0, 1), linear: Float64Array.of(0, 0), ridge: 0 }).weights; // [0.5, 0.5]
 */
export function solveOnSimplex(programme: SimplexProgramme, start?: ArrayLike<number>): SimplexSolution {
  const size = programme.linear.length;
  if (size === 0 || programme.gram.length !== size * size || (start && start.length !== size)) {
    throw new InvalidArgument(`A programme of ${size} weights has a Gram matrix of ${programme.gram.length} entries.`);
  }
  const scale = scaleOf(programme);
  if (scale === 0) return { weights: new Float64Array(size).fill(1 / size), dualityGap: 0 };
  const active = begin(programme, start);
  settle(programme, active, -1);
  const slope = new Float64Array(size);
  const refused = new Set<number>();
  for (let turns = 20 * size + 50; turns > 0; turns -= 1) {
    slopesInto(slope, programme, active.weights);
    const best = steepest(slope, refused);
    if (best === -1 || mean(active.weights, slope) - (slope[best] as number) <= ROUNDING * size * scale) break;
    if (enter(programme, active, best)) refused.clear();
    else refused.add(best);
  }
  return { weights: active.weights, dualityGap: dualityGap(programme, active.weights) };
}

/** What an objective is measured by: the largest entry of its diagonal and its linear part. */
export function scaleOf({ gram, linear, ridge }: SimplexProgramme): number {
  let scale = 0;
  for (let at = 0; at < linear.length; at += 1) {
    const [square, along] = [gram[at * linear.length + at] as number, Math.abs(linear[at] as number)];
    scale = Math.max(scale, square + ridge, along);
  }
  return scale;
}

/** How much the objective could still fall by at most, over its scale: the Frank–Wolfe gap. */
export function dualityGap(programme: SimplexProgramme, weights: Float64Array): number {
  const slope = new Float64Array(weights.length);
  slopesInto(slope, programme, weights);
  const scale = scaleOf(programme);
  return scale === 0 ? 0 : Math.max(0, mean(weights, slope) - (slope[steepest(slope, new Set())] as number)) / scale;
}

/** Gw + ρw − c. */
function slopesInto(slope: Float64Array, { gram, linear, ridge }: SimplexProgramme, weights: Float64Array): void {
  const size = linear.length;
  for (let at = 0; at < size; at += 1) slope[at] = ridge * (weights[at] as number) - (linear[at] as number);
  for (let from = 0; from < size; from += 1) {
    const weight = weights[from] as number;
    if (weight === 0) continue;
    const row = from * size;
    for (let at = 0; at < size; at += 1) slope[at] = (slope[at] as number) + weight * (gram[row + at] as number);
  }
}

function mean(weights: Float64Array, values: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < weights.length; at += 1) sum += (weights[at] as number) * (values[at] as number);
  return sum;
}

function steepest(slope: Float64Array, refused: ReadonlySet<number>): number {
  let best = -1;
  for (let at = 0; at < slope.length; at += 1) {
    if ((best === -1 || (slope[at] as number) < (slope[best] as number)) && !refused.has(at)) best = at;
  }
  return best;
}

/** From the weights that are given, as far as their units are independent, or from the best single unit. */
function begin(programme: SimplexProgramme, start: ArrayLike<number> | undefined): Active {
  const { gram, linear } = programme;
  const size = linear.length;
  let trace = 0;
  for (let at = 0; at < size; at += 1) trace += gram[at * size + at] as number;
  const lift = trace / size || programme.ridge || scaleOf(programme);
  const room = () => new Float64Array(size);
  const active: Active = {
    support: [],
    weights: room(),
    factor: growingFactor(),
    halfway: { linear: room(), ones: room(), ready: 0 },
    room: { goal: room(), ones: room(), steps: room(), column: room() },
    lift,
  };
  let total = 0;
  for (let at = 0; start && at < size; at += 1) {
    const weight = start[at] as number;
    if (weight > 0 && join(programme, active, at)) {
      active.weights[at] = weight;
      total += weight;
    }
  }
  if (total > 0) for (const at of active.support) active.weights[at] = (active.weights[at] as number) / total;
  else alone(programme, active);
  return active;
}

/** The unit that is best by itself has all the weight. */
function alone(programme: SimplexProgramme, active: Active): void {
  const { gram, linear } = programme;
  const size = linear.length;
  const by = (at: number) => (gram[at * size + at] as number) / 2 - (linear[at] as number);
  let best = 0;
  for (let at = 1; at < size; at += 1) if (by(at) < by(best)) best = at;
  join(programme, active, best);
  active.weights[best] = 1;
}

/** Entries of a row at the support, lifted. */
function beside({ gram, linear }: SimplexProgramme, { support, lift, room }: Active, unit: number): Float64Array {
  const row = unit * linear.length;
  const { column } = room;
  for (let place = 0; place < support.length; place += 1) {
    column[place] = (gram[row + (support[place] as number)] as number) + lift;
  }
  return column;
}

/** Adds a unit to the support; false where it depends on those that are there. */
function join(programme: SimplexProgramme, active: Active, unit: number): boolean {
  const { gram, linear, ridge } = programme;
  const { support, factor, lift } = active;
  const column = beside(programme, active, unit);
  if (!factor.push(column, (gram[unit * linear.length + unit] as number) + lift + ridge)) return false;
  support.push(unit);
  return true;
}

function leave({ support, weights, factor, halfway }: Active, place: number): void {
  weights[support[place] as number] = 0;
  factor.drop(place);
  support.splice(place, 1);
  halfway.ready = Math.min(halfway.ready, place);
}

/** Brings a unit in; false where rounding sends it straight out again. */
function enter(programme: SimplexProgramme, active: Active, unit: number): boolean {
  if (active.support.includes(unit)) return false;
  if (!join(programme, active, unit)) {
    replace(programme, active, unit);
    if (!join(programme, active, unit)) {
      active.weights[unit] = 0;
      normalise(active);
      settle(programme, active, -1);
      return false;
    }
  }
  return settle(programme, active, unit);
}

/** Moves weight to a unit that repeats a mixture of others, until one of them has none and leaves. */
function replace(programme: SimplexProgramme, active: Active, unit: number): void {
  const { support, weights, factor } = active;
  const mixture = beside(programme, active, unit);
  factor.solve(mixture);
  let step = Number.POSITIVE_INFINITY;
  let first = -1;
  support.forEach((at, place) => {
    const share = mixture[place] as number;
    const most = share > 0 ? (weights[at] as number) / share : Number.POSITIVE_INFINITY;
    if (most < step) [step, first] = [most, place];
  });
  if (first === -1) return;
  support.forEach((at, place) => {
    weights[at] = Math.max(0, (weights[at] as number) - step * (mixture[place] as number));
  });
  weights[unit] = step;
  leave(active, first);
}

function normalise({ support, weights }: Active): void {
  const total = support.reduce((sum, at) => sum + (weights[at] as number), 0);
  for (const at of support) weights[at] = (weights[at] as number) / total;
}

/**
 * Goes to the least on the plane of the support, dropping weights that would be negative on the way.
 * @returns false where the unit that has just come in is among the first to leave, with no step made
 */
function settle(programme: SimplexProgramme, active: Active, entered: number): boolean {
  const { support, weights } = active;
  const { steps } = active.room;
  let moved = false;
  for (;;) {
    const goal = leastOnPlane(programme, active);
    const step = stepTowards(active, goal);
    moved ||= step > 0;
    for (let place = support.length - 1; place >= 0; place -= 1) {
      const at = support[place] as number;
      const [now, then] = [weights[at] as number, goal[place] as number];
      weights[at] = Math.max(0, now + step * (then - now));
      if (then <= 0 && (steps[place] as number) <= step) leave(active, place);
    }
    if (step === 1 || support.length === 0) break;
    if (entered !== -1 && !moved && !support.includes(entered)) {
      normalise(active);
      return false;
    }
  }
  normalise(active);
  return true;
}

/**
 * How far to go towards weights at most, with the way of each in the room for steps: the same quotient decides who leaves, or
 * rounding would keep the loop going.
 */
function stepTowards({ support, weights, room: { steps } }: Active, goal: Float64Array): number {
  let step = 1;
  for (let place = 0; place < support.length; place += 1) {
    const then = goal[place] as number;
    const reach = then > 0 ? 1 : stepToZero(weights[support[place] as number] as number, then);
    steps[place] = reach;
    if (reach < step) step = reach;
  }
  return step;
}

function stepToZero(now: number, then: number): number {
  return now > 0 ? now / (now - then) : 0;
}

/** The least where only the support has weight, of any sign, summing to 1. */
function leastOnPlane({ linear }: SimplexProgramme, { support, factor, halfway, room }: Active): Float64Array {
  const size = support.length;
  for (let place = halfway.ready; place < size; place += 1) {
    halfway.linear[place] = linear[support[place] as number] as number;
    halfway.ones[place] = 1;
  }
  factor.forward(halfway.linear, halfway.ready);
  factor.forward(halfway.ones, halfway.ready);
  halfway.ready = size;
  const { goal, ones } = room;
  for (let place = 0; place < size; place += 1) {
    goal[place] = halfway.linear[place] as number;
    ones[place] = halfway.ones[place] as number;
  }
  factor.backward(goal);
  factor.backward(ones);
  let [sum, all] = [0, 0];
  for (let place = 0; place < size; place += 1) {
    sum += goal[place] as number;
    all += ones[place] as number;
  }
  const shift = (1 - sum) / all;
  for (let place = 0; place < size; place += 1) {
    goal[place] = (goal[place] as number) + shift * (ones[place] as number);
  }
  return goal;
}
