import { type Alternative, keepsSums } from './alternative.ts';
import { type Component, hangTogether } from './hang-together.ts';
import { type LinearEquations, openRegion } from './linear-region.ts';
import type { ReleaseTable } from './release-table.ts';

/** Rows × columns up to which a change is looked for by linear programming, once and over a whole release. */
const SEARCHED_ENTRIES = 400_000;
const SEARCHED_IN_ALL = 20 * SEARCHED_ENTRIES;
/** What reaching one step further is worth beside hiding one cell more (1). */
const GAIN = 1e4;

/** A cell that must change as far as `need` the given way. */
export interface WantedChange {
  cell: number;
  way: 1 | -1;
  need: number;
}

/** Null when there is no such change in whole numbers, or too many cells hang together to look for one. */
export type FindChange = (wanted: WantedChange, hidden: ArrayLike<number>) => Alternative | null;

/**
 * Makes the search by linear programming for another truth where no box of cells will do, hiding little: costs are
 * linear in the changes, so its answer is good, not always the least. The work of one release is limited by counting
 * entries, not by a clock, so that every machine comes to the same answer.
 */
export function openProgramming(table: ReleaseTable): FindChange {
  let searched = 0;
  return (wanted, hidden) => {
    const component = hangTogether(wanted.cell, table.sums, table.sumsOf, (cell) => table.fixed[cell] !== true);
    const entries = component.cells.length * 2 * component.sums.length;
    if (entries > SEARCHED_ENTRIES || searched + entries > SEARCHED_IN_ALL) return null;
    searched += entries;
    const { equations, costs } = asProgram(table, component, wanted, hidden);
    const found = openRegion(equations)?.greatest(costs);
    return found === undefined ? null : asAlternative(found.y, component.cells, table);
  };
}

/** Two columns a cell, for its change up and its change down; the sums of all changes are 0. */
function asProgram(
  { sums, counts, least, most }: ReleaseTable,
  { cells, sums: numbers }: Component,
  { cell, way, need }: WantedChange,
  hidden: ArrayLike<number>,
): { equations: LinearEquations; costs: number[] } {
  const columnOf = new Map(cells.map((other, place) => [other, 2 * place]));
  const rows = numbers.map((number) => {
    const row = { columns: [] as number[], values: [] as number[], right: 0 };
    const sum = sums[number];
    sum?.cells.forEach((other, place) => {
      const column = columnOf.get(other);
      const sign = sum.signs[place] ?? 0;
      if (column === undefined) return;
      row.columns.push(column, column + 1);
      row.values.push(sign, -sign);
    });
    return row;
  });
  const columns = cells.map((other) => {
    const count = counts[other] ?? 0;
    const up = (most[other] ?? 0) - count;
    const down = count - (least[other] ?? 0);
    if (other !== cell)
      return { uppers: [up, down], cost: hidden[other] === 1 ? -1e-3 : -1 - Math.min(count, 1000) / 1e4 };
    return { uppers: way > 0 ? [Math.min(need, up), 0] : [0, Math.min(need, down)], cost: GAIN };
  });
  return {
    equations: { uppers: columns.flatMap(({ uppers }) => uppers), rows },
    costs: columns.flatMap(({ cost }) => [cost, cost]),
  };
}

/** The other truth the columns describe; null when it is not in whole numbers. */
function asAlternative(y: readonly number[], cells: readonly number[], table: ReleaseTable): Alternative | null {
  const all = cells.map((_, place) => (y[2 * place] ?? 0) - (y[2 * place + 1] ?? 0));
  if (all.some((change) => Math.abs(change - Math.round(change)) > 1e-6)) return null;
  const changes = all.map(Math.round);
  const alternative = {
    cells: cells.filter((_, place) => changes[place] !== 0),
    changes: changes.filter((change) => change !== 0),
  };
  return alternative.cells.length > 0 && keepsSums(alternative, table) ? alternative : null;
}
