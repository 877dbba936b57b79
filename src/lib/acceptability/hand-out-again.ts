import { comparePriority } from '../apportionment/compare-priority.ts';
import { priorityQueue } from '../apportionment/priority-queue.ts';
import { InvalidArgument } from '../invalid-argument.ts';

/** Hands the same officers out on other demand: fills `numbers` in, one for each ward. */
export interface HandOutAgain {
  readonly numbers: Int32Array;
  /** @param demand one for each ward, each from 0 to 1e150, at least one above 0 */
  solve(demand: Float64Array): void;
}

/** Officers still missing or too many at which single steps mend the numbers; scaling again would not come closer. */
const NEARLY = 4;
/** Guesses in which Newton's steps come that near, unless many wards have the same demand. */
const FEW_GUESSES = 8;
const MOST_GUESSES = 48;
/** Beyond this many single steps the whole hand-out is as quick. */
const MOST_STEPS = 64;
/** Doubles decide between priorities that are further apart than this, well outside where they cannot. */
const ABOVE = 1 + 2e-12;
const BELOW = 1 - 2e-12;
const SMALL = 1e-280;

/**
 * Prepares to hand the same officers out many times over: the very numbers that handOut gives, without its turns.
 * A scale turns demand into officers, d × scale rounded up where the step's priority is above 1 / scale; the scale of the time
 * before is the first guess, and a few of Newton's steps come within an officer or two. Then the foremost waiting step is
 * taken, or the hindmost given step given back, until the sum is right, and the two are exchanged until no waiting step goes
 * before a given one: that is the hand-out, whatever the guess was. Nothing is allocated but where the guess fails.
 * Cost: a few passes over the wards, whatever the number of officers.
 * @param floors   whole numbers ≥ 0
 * @param ceilings whole numbers ≥ floor, or Infinity
 * @param officers from the sum of the floors to that of the ceilings
 * @throws InvalidArgument when the officers do not fit: ask handOut first
 * @source Balinski & Young (2001), Fair Representation, on divisor methods: every hand-out is a rounding of d / divisor
 */
export function handOutAgain(floors: readonly number[], ceilings: readonly number[], officers: number): HandOutAgain {
  const least = floors.reduce((sum, floor) => sum + floor, 0);
  const most = ceilings.reduce((sum, ceiling) => sum + ceiling, 0);
  if (!(officers >= least && officers <= most))
    throw new InvalidArgument('The officers do not fit floors and ceilings.');
  const limits: Limits = { floors: Float64Array.from(floors), ceilings: Float64Array.from(ceilings), officers };
  const numbers = new Int32Array(floors.length);
  const filled: Filled = { sum: 0, slope: 0 };
  let scale = officers;
  return {
    numbers,
    solve: (demand) => {
      if (fillWithoutDemand(demand, limits, numbers)) return;
      const found = nearScale(demand, limits, numbers, filled, scale);
      const missing = moveTied(demand, limits, numbers, officers - filled.sum);
      if (Math.abs(missing) > MOST_STEPS) {
        handOutWhole(demand, floors, ceilings, officers, numbers);
        return;
      }
      scale = found;
      mend(demand, limits, numbers, missing);
    },
  };
}

interface Limits {
  floors: Float64Array;
  ceilings: Float64Array;
  officers: number;
}

/** What a scale gave: officers in all, and demand of the wards that a little more scale would move. */
interface Filled {
  sum: number;
  slope: number;
}

/** Looks for a scale that gives nearly all officers, from a guess; `numbers` and `filled` are as it gives them. */
function nearScale(demand: Float64Array, limits: Limits, numbers: Int32Array, filled: Filled, guess: number): number {
  let scale = guess > 0 && guess < Number.MAX_VALUE ? guess : 1;
  let low = 0;
  let high = Number.MAX_VALUE;
  for (let turn = 0; ; turn += 1) {
    fill(demand, limits, numbers, filled, scale);
    const missing = limits.officers - filled.sum;
    if (Math.abs(missing) <= (turn < FEW_GUESSES ? NEARLY : MOST_STEPS) || turn === MOST_GUESSES) return scale;
    if (missing > 0) low = scale;
    else high = scale;
    let next = filled.slope > 0 ? scale + missing / filled.slope : missing > 0 ? scale * 4 : scale / 4;
    if (!(next > low && next < high)) next = high === Number.MAX_VALUE ? scale * 4 : (low + high) / 2;
    scale = next;
  }
}

function fill(demand: Float64Array, limits: Limits, numbers: Int32Array, filled: Filled, scale: number): void {
  const { floors, ceilings } = limits;
  let sum = 0;
  let slope = 0;
  for (let ward = 0; ward < numbers.length; ward += 1) {
    const share = demand[ward] ?? 0;
    const floor = floors[ward] ?? 0;
    const ceiling = ceilings[ward] ?? 0;
    const wanted = share * scale;
    let number = Math.floor(wanted);
    if (number * (number + 1) < wanted * wanted) number += 1;
    if (number <= floor) number = floor;
    else if (number >= ceiling) number = ceiling;
    else slope += share;
    numbers[ward] = Math.min(number, limits.officers);
    sum += numbers[ward] ?? 0;
  }
  filled.sum = sum;
  filled.slope = slope;
}

/**
 * Where wards with demand have room for no more than all the officers, each is at its ceiling, and those without take what
 * is left in the order of the list. @returns whether it is so; `numbers` are then filled in
 */
function fillWithoutDemand(demand: Float64Array, { floors, ceilings, officers }: Limits, numbers: Int32Array): boolean {
  let left = officers;
  for (let ward = 0; ward < numbers.length; ward += 1)
    left -= ((demand[ward] ?? 0) > 0 ? ceilings[ward] : floors[ward]) ?? 0;
  if (left < 0) return false;
  for (let ward = 0; ward < numbers.length; ward += 1) {
    const room = (ceilings[ward] ?? 0) - (floors[ward] ?? 0);
    const more = (demand[ward] ?? 0) > 0 ? room : Math.min(room, left);
    numbers[ward] = (floors[ward] ?? 0) + more;
    if ((demand[ward] ?? 0) === 0) left -= more;
  }
  return true;
}

/**
 * Where no scale comes near because very many wards are level, gives all that are level with the foremost an officer at once,
 * or takes one back from all that are level with the hindmost. It is only another guess: mend puts right what is amiss.
 * @returns officers still missing, or below 0 too many
 */
function moveTied(demand: Float64Array, limits: Limits, numbers: Int32Array, missing: number): number {
  let left = missing;
  for (let turn = 0; Math.abs(left) > MOST_STEPS && turn < MOST_STEPS; turn += 1) {
    const by = left > 0 ? 1 : -1;
    const like = by > 0 ? foremostWaiting(demand, limits, numbers) : hindmostGiven(demand, limits, numbers);
    if (like < 0) return left;
    const [share, number] = [demand[like], numbers[like]];
    for (let step = 0; step < numbers.length && left !== 0; step += 1) {
      const ward = by > 0 ? step : numbers.length - 1 - step;
      if (demand[ward] !== share || numbers[ward] !== number || !mayMove(limits, ward, number ?? 0, by)) continue;
      move(numbers, ward, by);
      left -= by;
    }
  }
  return left;
}

const mayMove = ({ floors, ceilings }: Limits, ward: number, number: number, by: number): boolean =>
  by > 0 ? number < (ceilings[ward] ?? 0) : number > (floors[ward] ?? 0);

function mend(demand: Float64Array, limits: Limits, numbers: Int32Array, missing: number): void {
  for (let left = missing; left > 0; left -= 1) move(numbers, foremostWaiting(demand, limits, numbers), 1);
  for (let left = missing; left < 0; left += 1) move(numbers, hindmostGiven(demand, limits, numbers), -1);
  for (;;) {
    const waiting = foremostWaiting(demand, limits, numbers);
    const given = hindmostGiven(demand, limits, numbers);
    if (waiting < 0 || given < 0) return;
    const last = (numbers[given] ?? 0) - 1;
    const order = comparePriority(demand[waiting] ?? 0, numbers[waiting] ?? 0, demand[given] ?? 0, last);
    if (order < 0 || (order === 0 && waiting >= given)) return;
    move(numbers, waiting, 1);
    move(numbers, given, -1);
  }
}

function move(numbers: Int32Array, ward: number, by: number): void {
  numbers[ward] = (numbers[ward] ?? 0) + by;
}

/** The ward whose next step goes before every other's; -1 when none may have more. */
function foremostWaiting(demand: Float64Array, { ceilings }: Limits, numbers: Int32Array): number {
  let best = -1;
  let highest = 0;
  for (let ward = 0; ward < numbers.length; ward += 1) {
    const number = numbers[ward] ?? 0;
    if (number >= (ceilings[ward] ?? 0)) continue;
    const share = demand[ward] ?? 0;
    const priority = squared(share, number);
    if (best >= 0) {
      if (priority < highest * BELOW && highest > SMALL) continue;
      const clear = priority > highest * ABOVE && priority > SMALL;
      if (!clear && compareSteps(share, number, demand[best] ?? 0, numbers[best] ?? 0) <= 0) continue;
    }
    best = ward;
    highest = priority;
  }
  return best;
}

/** The ward whose last step goes after every other's; -1 when all are at their floors. */
function hindmostGiven(demand: Float64Array, { floors }: Limits, numbers: Int32Array): number {
  let worst = -1;
  let lowest = 0;
  for (let ward = 0; ward < numbers.length; ward += 1) {
    const number = (numbers[ward] ?? 0) - 1;
    if (number < (floors[ward] ?? 0)) continue;
    const share = demand[ward] ?? 0;
    const priority = squared(share, number);
    if (worst >= 0) {
      if (priority > lowest * ABOVE && priority > SMALL) continue;
      const clear = priority < lowest * BELOW && lowest > SMALL;
      if (!clear && compareSteps(share, number, demand[worst] ?? 0, (numbers[worst] ?? 0) - 1) > 0) continue;
    }
    worst = ward;
    lowest = priority;
  }
  return worst;
}

/** As comparePriority; wards with as many officers go by demand, which needs no whole-number arithmetic. */
const compareSteps = (shareA: number, numberA: number, shareB: number, numberB: number): number =>
  numberA === numberB ? shareA - shareB : comparePriority(shareA, numberA, shareB, numberB);

function squared(share: number, number: number): number {
  if (number === 0) return share > 0 ? Number.POSITIVE_INFINITY : 0;
  return (share * share) / (number * (number + 1));
}

/** The hand-out turn by turn, for demand that no scale comes near, such as where wards without demand take what is left. */
function handOutWhole(
  demand: Float64Array,
  floors: readonly number[],
  ceilings: readonly number[],
  officers: number,
  numbers: Int32Array,
): void {
  const queue = priorityQueue(demand, floors, ceilings);
  for (let left = officers - floors.reduce((sum, floor) => sum + floor, 0); left > 0; left -= 1) queue.award();
  numbers.set(queue.officers);
}
