import type { Interval } from './feasible-intervals.ts';
import { type Goal, type Guard, openGuard, type Searches, type Shown } from './guard.ts';
import type { ReleaseTable } from './release-table.ts';

/** A sensitive cell, what its rule asks, what can be had at most, and what was shown. */
export interface Protected {
  cell: number;
  requiredWidth: number;
  /** What is possible with everything hidden that can be. */
  reach: Interval;
  shown: Shown;
}

export interface AppliedRule {
  hidden: Uint8Array;
  cells: Protected[];
}

/**
 * Hides the sensitive cells of one rule, and as many others as it takes; then shows again, largest first, every one of
 * those others that turns out not to be needed.
 * @param hiddenBefore cells hidden by the rules before, which stay so
 * @param sensitive  cells by number, in the order of their keys
 * @param reach      of each cell, what an attacker could not exclude if all that can be were hidden
 */
export function applyRule(
  table: ReleaseTable,
  hiddenBefore: Uint8Array,
  sensitive: readonly number[],
  width: number,
  reach: readonly Interval[],
  searches: Searches,
): AppliedRule {
  const guard = openGuard(table, hiddenBefore, searches);
  for (const cell of sensitive) guard.hide(cell);
  const before = guard.hidden.slice();
  const goals = sensitive.flatMap((cell): Goal[] => {
    const interval = reach[cell];
    if (interval === undefined || table.fixed[cell] === true) return [];
    return [{ cell, width: Math.min(width, interval.most - interval.least) }];
  });
  // Those that the hidden cells protect already come first: what they need is then not hidden twice over.
  const open = goals.filter((goal) => !guard.protect(goal, false));
  for (const { cell, width: goal } of open) {
    for (let lesser = goal; lesser > 0 && !guard.protect({ cell, width: lesser }, true); lesser -= 1);
  }
  const settled = goals.map(({ cell, width: goal }) => {
    const { low, high } = guard.shown(cell);
    return { cell, width: Math.min(goal, high - low) };
  });
  showAgain(guard, before, settled, table);
  return {
    hidden: guard.hidden,
    cells: sensitive.map((cell) => ({
      cell,
      requiredWidth: width,
      reach: reach[cell] ?? { least: 0, most: Number.POSITIVE_INFINITY, exact: false },
      shown: guard.shown(cell),
    })),
  };
}

/** Shows the largest first: of cells that can stand in for one another, the smallest count stays hidden. */
function showAgain(guard: Guard, before: Uint8Array, goals: readonly Goal[], { counts }: ReleaseTable): void {
  const added = counts.flatMap((_, cell) => (guard.hidden[cell] === 1 && before[cell] !== 1 ? [cell] : []));
  added.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b);
  for (const cell of added) {
    const relying = goals.filter((goal) => {
      const { lowProof, highProof } = guard.shown(goal.cell);
      return lowProof?.cells.includes(cell) === true || highProof?.cells.includes(cell) === true;
    });
    guard.unhide(cell, relying);
  }
}
