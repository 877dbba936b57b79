import { countGroups, drawGroups, groupsOf } from '../../lib/causal/index.ts';
import { drawSome } from '../../lib/statistics/draw-some.ts';
import { seededRandom } from '../../lib/statistics/random.ts';

/** Up to so many groups are gone through one and all; beyond it so many are drawn. */
const MOST_GROUPS = 5_000;

/** Groups among which the treated one was drawn, as far as the lot goes. */
export interface ChosenGroups {
  /** Of as many units as are treated, the treated one and mixed ones included; units by index. */
  all: readonly (readonly number[])[];
  /** Index of the treated group among them. */
  own: number;
  /** Those without a treated unit. */
  elsewhere: readonly (readonly number[])[];
  /** True where {@link all} are all that there are. */
  enumerated: boolean;
}

/**
 * Every group of the size of the treated one; where they are more than 5,000, the treated one and 4,999 others that are drawn.
 * @param units   how many units there are, the treated ones first
 * @param treated how many of them are treated, ≥ 1
 * @param pairs   units that adjoin: only groups that hang together are taken, and the treated one; null: any
 */
export function chooseGroups(
  { units, treated, pairs }: { units: number; treated: number; pairs: readonly (readonly [number, number])[] | null },
  seed: number,
): ChosenGroups {
  const own = Array.from({ length: treated }, (_, at) => at);
  // Groups that hang together are grown from borders, and few enough to go through.
  const tooMany = pairs === null && countGroups(units, treated) > 100 * MOST_GROUPS;
  const others = tooMany ? null : withoutOwn(units, own, pairs);
  if (others !== null && others.length < MOST_GROUPS) return chosen(own, others, true);
  if (others !== null) return chosen(own, drawSome([own, ...others], MOST_GROUPS, seed).slice(1), false);
  const drawn = drawGroups([...Array(units).keys()], treated, MOST_GROUPS, seededRandom(seed));
  return chosen(own, drawn.filter((group) => isOther(group, own)).slice(0, MOST_GROUPS - 1), false);
}

/**
 * Whether the treated units hang together by borders between them. Where they do not, no lot among groups that do could have
 * fallen on them.
 * @param treated how many units are treated, the first ones
 */
export function treatedAdjoin(treated: number, pairs: readonly (readonly [number, number])[]): boolean {
  return groupsOf([...Array(treated).keys()], treated, pairs).length === 1;
}

function withoutOwn(
  units: number,
  own: readonly number[],
  pairs: readonly (readonly [number, number])[] | null,
): (readonly number[])[] {
  return groupsOf([...Array(units).keys()], own.length, pairs).filter((group) => isOther(group, own));
}

/** The treated units are the first ones. */
function isOther(group: readonly number[], own: readonly number[]): boolean {
  return group.some((unit) => unit >= own.length);
}

function chosen(own: readonly number[], others: readonly (readonly number[])[], enumerated: boolean): ChosenGroups {
  const elsewhere = others.filter((group) => group.every((unit) => unit >= own.length));
  return { all: [own, ...others], own: 0, elsewhere, enumerated };
}
