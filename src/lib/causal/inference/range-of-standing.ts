import { ALIKE } from './by-lot.ts';
import type { LotGroup } from './lot-group.ts';
import { standingIn } from './stand-out.ts';

/** The first effect tried, its distance from the estimate in errors of the fit before the start. */
const NEAREST = 0.05;
/** Effects tried on a side, each twice as far from the estimate as the one before: up to 400,000 errors. */
const DOUBLINGS = 23;
/** Effects tried between the estimate and zero, where zero is rejected. */
const STEPS = 20;
/** Halvings between the last effect that is left and the next one tried: to a millionth of the distance. */
const HALVINGS = 20;

/**
 * The lowest and highest constant effect that the two-sided test of how far groups stand out does not reject. Zero lies
 * between them exactly when the test does not reject it; beyond a zero that is rejected nothing is looked for.
 * @param rejected an effect is rejected when at most so many groups, the treated one included, stand out as far
 * @returns infinite ends where no effect however large is rejected
 */
export function rangeOfStanding(
  groups: readonly LotGroup[],
  own: number,
  rejected: number,
): { low: number; high: number } {
  const { estimate, exposure, preRmspe } = groups[own] as LotGroup;
  const centre = estimate / exposure;
  const unit = preRmspe / Math.abs(exposure);
  const isLeft = testOf(groups, own, rejected);
  const end = (side: -1 | 1) => {
    const toZero = -side * centre;
    if (toZero > 0 && !isLeft(0)) return farthest(isLeft, evenly(centre, -centre / STEPS), centre);
    if (isLeft(side * Number.POSITIVE_INFINITY)) return side * Number.POSITIVE_INFINITY;
    const tried = doubling(centre, side * unit).filter((effect) => !(toZero > 0) || side * effect > 0);
    return farthest(isLeft, tried, toZero > 0 ? 0 : centre);
  };
  return { low: end(-1), high: end(1) };
}

const evenly = (from: number, step: number): number[] =>
  Array.from({ length: STEPS }, (_, at) => from + (at + 1) * step);

const doubling = (from: number, unit: number): number[] =>
  Array.from({ length: DOUBLINGS + 1 }, (_, at) => from + unit * NEAREST * 2 ** at);

/**
 * The effect farthest out that is not rejected.
 * @param tried from the nearest to the farthest, the last of which is rejected
 * @param known one nearer than all of these that is not
 */
function farthest(isLeft: (effect: number) => boolean, tried: readonly number[], known: number): number {
  const last = tried.findLastIndex((effect, at) => at < tried.length - 1 && isLeft(effect));
  let left = tried[last] ?? known;
  let out = tried[last + 1] ?? known;
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (left + out) / 2;
    if (isLeft(middle)) left = middle;
    else out = middle;
  }
  return left;
}

/** Whether an effect is not rejected: the same test as `byLot`, told of an infinite one by what it moves alone. */
function testOf(groups: readonly LotGroup[], own: number, rejected: number): (effect: number) => boolean {
  const standingAt = standingIn(
    groups.map(({ group }) => group),
    'either',
  );
  return (effect) => {
    const standing = standingAt(
      Float64Array.from(groups, ({ estimate, exposure, preRmspe }) =>
        Number.isFinite(effect)
          ? (estimate - effect * exposure) / preRmspe
          : (-Math.sign(effect) * exposure) / preRmspe,
      ),
    );
    const least = standing(own) * (1 - ALIKE);
    let asFar = 0;
    for (let at = 0; at < groups.length && asFar <= rejected; at += 1) if (standing(at) >= least) asFar += 1;
    return asFar > rejected;
  };
}
