import { boundarySet } from './boundary-set.ts';
import type { BoundaryVersion, WardAdjacency } from './model.ts';
import { ADJACENT_BOROUGHS } from './reference/adjacent-boroughs.ts';
import { ADJACENT_WARDS } from './reference/adjacent-wards.ts';
import { referenceAreas } from './reference-areas.ts';

/**
 * The pairs of Camden's and Islington's wards, or of London's boroughs, that share a border, as Wardroom ships them.
 * @param codes the areas asked for; every shipped area of the version when left out
 * @returns null when an area asked for, or the version, is not among them
 */
export function shippedAdjacency(version: BoundaryVersion, codes?: readonly string[]): WardAdjacency | null {
  const pairs = version === 'boroughs-2022' ? ADJACENT_BOROUGHS : ADJACENT_WARDS[version];
  const known = new Set(referenceAreas(version).map(({ code }) => code));
  if (pairs === undefined || codes?.some((code) => !known.has(code))) return null;
  return { pairs: pairsAmong(pairs, codes), source: `Worked out from ${boundarySet(version).source}.` };
}

/** Those of some pairs that have both their wards among some; all pairs when no wards are given. */
export function pairsAmong(
  pairs: WardAdjacency['pairs'],
  codes: readonly string[] | undefined,
): readonly (readonly [string, string])[] {
  if (codes === undefined) return pairs;
  const asked = new Set(codes);
  return pairs.filter(([a, b]) => asked.has(a) && asked.has(b));
}
