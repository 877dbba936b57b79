import { InvalidArgument } from '../../invalid-argument.ts';

/** Which way a group may stand out: as the higher, as the lower, or as either. */
export type Side = 'higher' | 'lower' | 'either';

/** A group beside which no other moved its way is divided by this share of the farthest move of all. */
const NEXT_TO_NOTHING = 1e-9;

/**
 * How far each group of a lot stands out from the groups that share no area with it: its standardised effect over the largest
 * of theirs the same way. A group that holds one of two areas that rose rises itself, and so does every pair that holds
 * either; ranked by the effect alone, a rise in a pair could be hidden by the pairs that share in it. Against the groups that
 * hold neither of its areas the pair stands out, and a pair of which one area rose does not: the other pairs with that
 * area's partner rose as well. It treats every group alike, so that ranks by it are as exact as any by lot.
 *
 * Of single areas it is the effect itself (either way: its size), as Abadie, Diamond and Hainmueller rank them.
 * @param groups unit indexes of each group, all of one size
 * @param standardised effect of each over its error, signed; ±∞ allowed
 * @returns for each group, the higher the farther it stands out; where it did not move that way, the effect itself, not above 0
 * @throws InvalidArgument when lengths differ or a value is not a number
 * @example standOut([[0, 1], [0, 2], [1, 2], [2, 3]], [6, 4, 3, 2], 'higher') // [3, 4e9 / 6, 3e9 / 6, 1 / 3]
 */
export function standOut(
  groups: readonly (readonly number[])[],
  standardised: ArrayLike<number>,
  side: Side,
): Float64Array {
  if (groups.length !== standardised.length) throw new InvalidArgument('each group has one standardised effect');
  const values = Float64Array.from(standardised);
  if (values.some(Number.isNaN)) throw new InvalidArgument('a value of a group is not a number');
  const standing = standingIn(groups, side)(values);
  return values.map((_, at) => standing(at));
}

const opposite = (value: number): number => -value;

function alone(values: Float64Array, side: Side): Float64Array {
  if (side === 'higher') return values;
  return values.map(side === 'lower' ? opposite : Math.abs);
}

/** The farther first; infinities that are alike are. */
const farther = (one: number, other: number): number => (one === other ? 0 : other - one);

/**
 * The same for who asks of a few groups at many values: see {@link standOut}.
 * @returns from the values of all groups, how far the group of an index stands out
 */
export function standingIn(
  groups: readonly (readonly number[])[],
  side: Side,
): (values: Float64Array) => (at: number) => number {
  // The order at one set of values is nearly that at the next, and sorted anew in hardly more than a pass.
  const order = [...groups.keys()];
  const single = groups.every((group) => group.length === 1);
  return (values) => {
    if (single) {
      const all = alone(values, side);
      return (at) => all[at] as number;
    }
    order.sort((one, other) => farther(values[one] as number, values[other] as number));
    const higher = side === 'lower' ? null : standingAsHigher(groups, values, order);
    const lower = side === 'higher' ? null : standingAsHigher(groups, values.map(opposite), order.toReversed());
    if (higher === null || lower === null) return (higher ?? lower) as (at: number) => number;
    return (at) => Math.max(higher(at), lower(at));
  };
}

/** @param order indexes of the groups, the highest value first */
function standingAsHigher(
  groups: readonly (readonly number[])[],
  values: Float64Array,
  order: readonly number[],
): (at: number) => number {
  const nothing = NEXT_TO_NOTHING * largestOf(values);
  const held = new Uint8Array(1 + Math.max(...groups.map((group) => Math.max(...group))));
  return (at) => {
    const value = values[at] as number;
    if (!(value > 0)) return value;
    const own = groups[at] as readonly number[];
    for (const unit of own) held[unit] = 1;
    const next = order.find(
      (other) => (values[other] as number) <= nothing || sharesNone(groups[other] as readonly number[], held),
    );
    for (const unit of own) held[unit] = 0;
    const farthest = next === undefined ? 0 : (values[next] as number);
    if (farthest === Number.POSITIVE_INFINITY) return value === farthest ? 1 : 0;
    return value / Math.max(nothing, farthest);
  };
}

/** The largest finite size, above 0 wherever anything moved. */
function largestOf(values: Float64Array): number {
  const largest = values.reduce((most, value) => (Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most), 0);
  return largest > 0 ? largest : 1;
}

function sharesNone(group: readonly number[], held: Uint8Array): boolean {
  for (const unit of group) if (held[unit] === 1) return false;
  return true;
}
