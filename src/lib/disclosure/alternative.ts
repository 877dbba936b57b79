import type { ReleaseTable } from './release-table.ts';

/**
 * Another truth that fits everything that is out: cells whose counts differ from the true ones, and by how much.
 * It proves, to whoever computes whatever, that those counts cannot be told from the true ones.
 */
export interface Alternative {
  cells: readonly number[];
  changes: readonly number[];
}

/** Whether every sum holds after the changes, given that it holds before. */
export function keepsSums({ cells, changes }: Alternative, { sums, sumsOf }: ReleaseTable): boolean {
  const byCell = new Map(cells.map((cell, place) => [cell, changes[place] ?? 0]));
  const touched = new Set(cells.flatMap((cell) => sumsOf[cell] ?? []));
  for (const number of touched) {
    const sum = sums[number];
    const off = sum?.cells.reduce((total, cell, place) => total + (sum.signs[place] ?? 0) * (byCell.get(cell) ?? 0), 0);
    if (off !== 0) return false;
  }
  return true;
}

/** Whether the alternative fits all that is out: only hidden cells differ, within what is known of them, and sums hold. */
export function fitsWhatIsOut(alternative: Alternative, table: ReleaseTable, hidden: ArrayLike<number>): boolean {
  const allowed = alternative.cells.every((cell, place) => {
    const count = table.counts[cell];
    if (count === null || count === undefined || hidden[cell] !== 1 || table.fixed[cell] === true) return false;
    const other = count + (alternative.changes[place] ?? 0);
    return Number.isSafeInteger(other) && other >= (table.least[cell] ?? 0) && other <= (table.most[cell] ?? 0);
  });
  return allowed && new Set(alternative.cells).size === alternative.cells.length && keepsSums(alternative, table);
}
