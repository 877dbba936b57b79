import type { Alternative } from './alternative.ts';
import type { FindChange } from './change-by-programming.ts';
import { type FindExchange, hidingCost } from './cheapest-exchange.ts';
import type { ReleaseTable } from './release-table.ts';
import { openWalks, type Walk } from './walk.ts';

/** How low and how high a count is shown to be possible, and by which other truths; null where only the true count is. */
export interface Shown {
  low: number;
  high: number;
  lowProof: Alternative | null;
  highProof: Alternative | null;
}

/** A cell and how far the least and the most it may be must lie apart. */
export interface Goal {
  cell: number;
  width: number;
}

/** Keeps which cells are hidden and what that is shown to protect. */
export interface Guard {
  hidden: Uint8Array;
  hide(cell: number): void;
  /** Whether the cell can be shown to range over the width; hides more cells for it only when it may. */
  protect(goal: Goal, mayHide: boolean): boolean;
  shown(cell: number): Shown;
  /** Shows a cell's count again, unless one of those that rely on it is then no longer shown to range over its width. */
  unhide(cell: number, relying: readonly Goal[]): boolean;
}

/** The two searches for other truths. */
export interface Searches {
  findExchange: FindExchange;
  findChange: FindChange;
}

const WAYS = [-1, 1] as const;

/** Starts with the given cells hidden. One guard serves one rule: what it has shown of others may be undone by `unhide`. */
export function openGuard(
  table: ReleaseTable,
  hiddenAtFirst: ArrayLike<number>,
  { findExchange, findChange }: Searches,
): Guard {
  const hidden = Uint8Array.from(hiddenAtFirst);
  const counts = Float64Array.from(table.counts, (count) => count ?? 0);
  const shown = Array.from(counts, (count): Shown => ({ low: count, high: count, lowProof: null, highProof: null }));
  const walk = openWalks(counts, findExchange);
  const shownOf = (cell: number) => shown[cell] ?? { low: 0, high: 0, lowProof: null, highProof: null };
  const holds = ({ cell, width }: Goal) => shownOf(cell).high - shownOf(cell).low >= width;

  function take(found: (Alternative & { hides: readonly number[] }) | null): void {
    if (found === null) return;
    for (const cell of found.hides) hidden[cell] = 1;
    // Every cell of another truth is shown to be able to differ, not only the one it was made for.
    found.cells.forEach((cell, place) => {
      shown[cell] = widened(shownOf(cell), (counts[cell] ?? 0) + (found.changes[place] ?? 0), found);
    });
  }

  /** How far a way must lead from the true count for the whole width, the other way being as far as shown. */
  const need = ({ cell, width }: Goal, way: 1 | -1) => {
    const { low, high } = shownOf(cell);
    const count = counts[cell] ?? 0;
    return width - (way < 0 ? high - count : count - low);
  };
  const walkTo = (goal: Goal, way: 1 | -1, mayHide: boolean) =>
    walk({ cell: goal.cell, way, need: need(goal, way), mayHide }, hidden);

  function changeTo(goal: Goal, way: 1 | -1) {
    const change = findChange({ cell: goal.cell, way, need: need(goal, way) }, hidden);
    return change === null ? null : { ...change, hides: change.cells.filter((cell) => hidden[cell] !== 1) };
  }

  function protect(goal: Goal, mayHide: boolean): boolean {
    for (const way of WAYS) if (!holds(goal)) take(walkTo(goal, way, false));
    if (!mayHide || holds(goal)) return holds(goal);
    take(
      bestWalk(
        WAYS.map((way) => walkTo(goal, way, true)),
        table,
      ),
    );
    for (const way of WAYS) if (!holds(goal)) take(walkTo(goal, way, true));
    for (const way of WAYS) if (!holds(goal)) take(changeTo(goal, way));
    return holds(goal);
  }

  function unhide(cell: number, relying: readonly Goal[]): boolean {
    const before = relying.map((goal) => shownOf(goal.cell));
    hidden[cell] = 0;
    for (const goal of relying) shown[goal.cell] = withoutCell(shownOf(goal.cell), cell, counts[goal.cell] ?? 0);
    if (relying.every((goal) => protect(goal, false))) return true;
    hidden[cell] = 1;
    relying.forEach((goal, place) => {
      shown[goal.cell] = before[place] ?? shownOf(goal.cell);
    });
    return false;
  }

  return {
    hidden,
    hide: (cell) => {
      hidden[cell] = 1;
    },
    protect,
    shown: shownOf,
    unhide,
  };
}

function widened(shown: Shown, count: number, proof: Alternative): Shown {
  if (count < shown.low) return { ...shown, low: count, lowProof: proof };
  return count > shown.high ? { ...shown, high: count, highProof: proof } : shown;
}

/** What is still shown when no truth that changes the cell may be relied on. */
function withoutCell(shown: Shown, cell: number, count: number): Shown {
  const low = shown.lowProof?.cells.includes(cell) === true ? { low: count, lowProof: null } : {};
  const high = shown.highProof?.cells.includes(cell) === true ? { high: count, highProof: null } : {};
  return { ...shown, ...low, ...high };
}

/** The walk that leads furthest, of equals the one that hides least. */
function bestWalk(walks: readonly (Walk | null)[], { counts }: ReleaseTable): Walk | null {
  const cost = ({ hides }: Walk) => hides.reduce((sum, cell) => sum + hidingCost(counts[cell] ?? 0), 0);
  const found = walks.filter((candidate) => candidate !== null);
  return found.sort((a, b) => b.gained - a.gained || cost(a) - cost(b))[0] ?? null;
}
