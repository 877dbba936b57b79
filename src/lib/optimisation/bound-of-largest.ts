import { maximumMatching } from '../matching/index.ts';
import type { SergeantQuestion } from './full-plan.ts';
import { type Pair, sharedDemand } from './pairs-model.ts';

/** Sums that should be equal differ by so much of themselves when doubles are added in another order. */
const ROUNDING = 1e-12;

/**
 * Every sum a pair can have, rising, after 0, which is the largest of no pair. Sums within one part in a million million
 * are one level, the highest of them: 0.1 + 0.2 and 0.3 are the same demand, whatever their doubles say.
 */
export function levelsOf(demand: readonly number[], pairs: readonly Pair[]): number[] {
  const sums = [0, ...pairs.map((pair) => sharedDemand(demand, pair))].toSorted((a, b) => a - b);
  const levels: number[] = [];
  let lowest = Number.NEGATIVE_INFINITY;
  for (const sum of sums) {
    if (sum <= lowest * (1 + ROUNDING)) levels[levels.length - 1] = sum;
    else {
      levels.push(sum);
      lowest = sum;
    }
  }
  return levels;
}

/**
 * What no largest shared demand can be below: the lowest level whose pairs make as many as are asked for, found by
 * maximum matchings, and for a ward that must share its own smallest sum. Odd circles, which a relaxation does not see,
 * are seen here. Where all pairs make too few it is the highest level, and the search itself finds that there is no answer.
 */
export function boundOfLargest(demand: readonly number[], pairs: readonly Pair[], asked: SergeantQuestion): number {
  const levels = levelsOf(demand, pairs);
  const number = demand.length - asked.sergeants;
  const enough = (level: number) => {
    const allowed = pairs.filter((pair) => sharedDemand(demand, pair) <= level);
    return allowed.length >= number && maximumMatching(demand.length, allowed).length >= number;
  };
  let [low, high] = [0, levels.length - 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (enough(levels[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return asked.mustShare.reduce((bound, ward) => {
    const own = pairs.filter((pair) => pair.includes(ward)).map((pair) => sharedDemand(demand, pair));
    return own.length === 0 ? bound : Math.max(bound, Math.min(...own));
  }, levels[low] ?? 0);
}

/** So many pairs as are asked for, for the solver to begin with: those of a maximum matching. Empty where they do not do. */
export function matchedPairs(wards: number, pairs: readonly Pair[], asked: SergeantQuestion): Pair[] {
  const must = new Set(asked.mustShare);
  const matched = maximumMatching(wards, pairs);
  const needed = matched.filter(([a, b]) => must.has(a) || must.has(b));
  const spare = matched.filter(([a, b]) => !must.has(a) && !must.has(b));
  const chosen = [...needed, ...spare].slice(0, Math.max(wards - asked.sergeants, 0));
  const shared = new Set(chosen.flat());
  const does = chosen.length === wards - asked.sergeants && asked.mustShare.every((ward) => shared.has(ward));
  return does ? chosen : [];
}
