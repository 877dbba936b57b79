import { decideCells } from './decide-cells.ts';
import type { DecidedSeries, HiddenCells, Partition } from './model.ts';
import { CRIME_RULES } from './rules/index.ts';

/** Series of one vintage that bear on each other. */
export interface FamilyHeld {
  series: readonly DecidedSeries[];
  partitions: readonly Partition[];
}

export const NOTHING_HIDDEN: HiddenCells = { months: new Map(), years: new Map(), decided: new Set(), unprotected: 0 };

/**
 * What of some families is not given out on a day: each is decided apart, and what is hidden in one vintage is hidden in all.
 * @param on "2026-11-22"
 */
export function decideFamilies(families: readonly FamilyHeld[], on: string): HiddenCells {
  return families
    .map(({ series, partitions }) => decideCells(series, partitions, { on, rules: CRIME_RULES }))
    .reduce(together, NOTHING_HIDDEN);
}

function together(a: HiddenCells, b: HiddenCells): HiddenCells {
  return {
    months: union(a.months, b.months),
    years: union(a.years, b.years),
    decided: new Set([...a.decided, ...b.decided]),
    unprotected: a.unprotected + b.unprotected,
  };
}

function union<Value>(
  a: ReadonlyMap<string, ReadonlySet<Value>>,
  b: ReadonlyMap<string, ReadonlySet<Value>>,
): Map<string, ReadonlySet<Value>> {
  const both = new Map(a);
  for (const [key, values] of b) both.set(key, new Set([...(both.get(key) ?? []), ...values]));
  return both;
}
