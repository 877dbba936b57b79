import { InvalidArgument } from '../../invalid-argument.ts';
import { type Side, standOut } from './stand-out.ts';

/** Values that differ by less than this share of their size are alike: a tie counts against the claim. */
export const ALIKE = 1e-9;

/** Where one value stands among those of every group that the lot could have fallen on. */
export interface Rank {
  /** Groups whose value is at least its own, itself included: 1 for the highest. */
  atLeast: number;
  /** Groups in all. */
  of: number;
  /** {@link atLeast} / {@link of}. */
  share: number;
}

/** Chances that a group drawn by lot stands out as far, were nothing changed anywhere. */
export interface ByLot {
  /** As far from zero, either way. */
  twoSided: number;
  /** As high, or higher. */
  higher: number;
  /** As low, or lower. */
  lower: number;
  /** The smallest that any of the three can be: 1 / {@link groups}. */
  smallest: number;
  /** Groups that the lot could have fallen on, the treated one included. */
  groups: number;
}

/**
 * Where a group's value stands among those of all groups, ties against it: by the ratio of root mean squared gaps after and
 * before the start this is the rank of Abadie, Diamond and Hainmueller.
 * @param values one for each group, ±∞ allowed (a fit without error)
 * @param own index of the group in question
 * @throws InvalidArgument when there is no such group, or a value is not a number
 */
export function rankAmong(values: ArrayLike<number>, own: number): Rank {
  const value = values[own];
  if (value === undefined) throw new InvalidArgument(`of ${values.length} groups none has index ${own}`);
  const all = Array.from(values);
  if (all.some(Number.isNaN)) throw new InvalidArgument('a value of a group is not a number');
  const least = Number.isFinite(value) ? value - ALIKE * Math.abs(value) : value;
  const atLeast = all.filter((each) => each >= least).length;
  return { atLeast, of: values.length, share: atLeast / values.length };
}

/**
 * p-values of a treated group by lot: the share of all groups of its size, itself and those that share areas with it
 * included, that stand out as far, see {@link standOut}; of single areas that moved as far. Exact if the group was drawn by
 * lot: whatever the values, P(p ≤ α) ≤ α for every α. It is not enough to rank it among groups without a treated area, for
 * these overlap: one odd area is in many of them.
 * @param groups unit indexes of each group, all of one size
 * @param standardised mean effect after the start over the root mean squared gap before it, signed, for each group
 * @param own index of the treated group
 * @throws InvalidArgument when there is no such group, lengths differ or a value is not a number
 * @source Fisher (1935), The Design of Experiments; Abadie, Diamond and Hainmueller (2010), doi:10.1198/jasa.2009.ap08746
 * @example byLot([[0], [1], [2], [3]], [0.3, -2, 1, 0.1], 1)
 * // { twoSided: 0.25, higher: 1, lower: 0.25, smallest: 0.25, groups: 4 }
 */
export function byLot(groups: readonly (readonly number[])[], standardised: readonly number[], own: number): ByLot {
  const share = (side: Side) => rankAmong(standOut(groups, standardised, side), own).share;
  return {
    twoSided: share('either'),
    higher: share('higher'),
    lower: share('lower'),
    smallest: 1 / standardised.length,
    groups: standardised.length,
  };
}

/** How many groups a two-sided test at 1 in 20 may call: as many as keep within it, or one where groups are too few for that. */
export function rejectedAmong(groups: number, level = 0.95): number {
  return Math.min(groups - 1, Math.max(1, Math.floor((1 - level) * groups + ALIKE * groups)));
}
