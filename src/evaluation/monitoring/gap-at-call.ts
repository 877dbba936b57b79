import { type Side, standingIn } from '../../lib/causal/index.ts';

/** One look of a sequential test by lot, of which it is asked how far the treated group is from being called. */
export interface CallAsked {
  groups: readonly (readonly number[])[];
  /** Standardised effect of each group so far. */
  values: readonly number[];
  /** How far each moves for a unit more of the effect in the treated areas. */
  slopes: readonly number[];
  /** Index of the treated group. */
  own: number;
  /** Groups called at looks before this one. */
  before: ReadonlySet<number>;
  /** How many groups may be called at this look, of those not called before and the treated one. */
  places: number;
  side: Exclude<Side, 'either'>;
}

/** The first change tried, in standardised units of the treated group. */
const NEAREST = 0.05;
/** Changes tried, each twice the one before. */
const DOUBLINGS = 20;
/** Halvings between a change that is enough and one that is not: to a thousand-millionth. */
const HALVINGS = 38;

/**
 * How much more effect, in units of the fit, there would have to be in the treated areas at this look for the group to be
 * called, or how much less (below zero on the higher side) would still do: just beyond it the group is called, just short of it
 * it is not. Everything that moves with the effect is moved along: groups that share areas with the treated one, and those
 * that are compared with them; the calls of earlier looks stand.
 * @returns signed; null where no gap would be enough, or every gap that was tried is
 */
export function gapAtCall(asked: CallAsked): number | null {
  const { own, places, slopes, side } = asked;
  const slope = slopes[own] ?? 0;
  if (places < 1 || slope <= 0) return null;
  const isCalled = callOf(asked);
  const already = isCalled(0);
  // From where the group stands: outwards to where it is called, or back to where it is no longer.
  const way = (side === 'higher' ? 1 : -1) * (already ? -1 : 1) * (NEAREST / slope);
  const tried = Array.from({ length: DOUBLINGS }, (_, at) => way * 2 ** at);
  const turned = tried.findIndex((change) => isCalled(change) !== already);
  if (turned === -1) return null;
  let [same, other] = [tried[turned - 1] ?? 0, tried[turned] ?? 0];
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (same + other) / 2;
    if (isCalled(middle) === already) same = middle;
    else other = middle;
  }
  // The last gap that is not enough: one on the line does not cross it.
  return already ? other : same;
}

/** Whether the group is among the places at a change of the effect: as in the sequential test, ties are not. */
function callOf({ groups, values, slopes, own, before, places, side }: CallAsked): (change: number) => boolean {
  const standingAt = standingIn(groups, side);
  return (change) => {
    const standing = standingAt(Float64Array.from(values, (value, at) => value + change * (slopes[at] ?? 0)));
    const far = standing(own);
    let asFar = 0;
    for (let at = 0; at < groups.length && asFar < places; at += 1)
      if (at !== own && !before.has(at) && standing(at) >= far) asFar += 1;
    return asFar < places;
  };
}
