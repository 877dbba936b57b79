import { InvalidArgument } from '../invalid-argument.ts';
import { feasibleIntervals, type Interval } from './feasible-intervals.ts';
import type { Relation } from './release.ts';
import { asSums, compareText, sumsByCell } from './release-table.ts';

/** What anyone can see of a cell. */
export interface SeenCell {
  key: string;
  /** The count that is out; null when it is suppressed or not published. */
  count: number | null;
  knownBetween?: { least: number; most: number };
}

/** What an attacker can tell of each count that is not out; or that what is out cannot all be true. */
export type AuditResult = { kind: 'intervals'; intervals: ReadonlyMap<string, Interval> } | { kind: 'contradictory' };

/**
 * Attacks a release with nothing but what is out: the interval of whole numbers ≥ 0 that each hidden count must lie in.
 * An interval is never narrower than the truth. It is exact where cells and sums form no ring, and where linear
 * programming ends in whole numbers; in rings of very many cells only bounds are propagated, and `exact` is false.
 * @param cells every cell that anyone can see or tell of, each key once
 * @throws InvalidArgument when a key repeats or is unknown, or a count is not a whole number ≥ 0
 * @example audit({ cells: [{ key: 'all', count: 3 }, { key: 'a', count: null }, { key: 'b', count: 1 }],
 *   relations: [{ total: 'all', parts: ['a', 'b'] }] }) // a: { least: 2, most: 2, exact: true }
 */
export function audit(seen: { cells: readonly SeenCell[]; relations: readonly Relation[] }): AuditResult {
  const cells = [...seen.cells].sort((a, b) => compareText(a.key, b.key));
  const numberOf = new Map(cells.map(({ key }, number) => [key, number]));
  if (numberOf.size !== cells.length) throw new InvalidArgument('Two cells of a release have the same key.');
  const wrong = cells.find(({ count }) => count !== null && !(Number.isSafeInteger(count) && count >= 0));
  if (wrong !== undefined) throw new InvalidArgument(`The count of "${wrong.key}" is not a whole number of 0 or more.`);
  const sums = asSums(seen.relations, numberOf);
  const bounds = {
    least: Float64Array.from(cells, ({ count, knownBetween }) => count ?? knownBetween?.least ?? 0),
    most: Float64Array.from(
      cells,
      ({ count, knownBetween }) => count ?? knownBetween?.most ?? Number.POSITIVE_INFINITY,
    ),
  };
  const intervals = feasibleIntervals(bounds, sums, sumsByCell(cells.length, sums));
  if (intervals === null) return { kind: 'contradictory' };
  const hidden = cells.flatMap(({ key, count }, number): [string, Interval][] => {
    const interval = intervals[number];
    return count === null && interval !== undefined ? [[key, interval]] : [];
  });
  return { kind: 'intervals', intervals: new Map(hidden) };
}
