import { type Alternative, keepsSums } from './alternative.ts';
import { type Grid, layOut, type Path } from './grid.ts';
import type { ReleaseTable } from './release-table.ts';

/** Cells that can go up and down by one together without changing any sum, and how often. */
export interface Exchange extends Alternative {
  /** How often at most before a count leaves its bounds; from 1 to what was needed. */
  room: number;
  /** Of hiding those that are not hidden yet; 0 when all are. */
  cost: number;
}

/** What to look for: the cell must change by `way`, up to `need` times. */
export interface Wanted {
  cell: number;
  way: 1 | -1;
  need: number;
  /** Whether cells that are not hidden yet may be, or only those that are. */
  mayHide: boolean;
}

export type FindExchange = (wanted: Wanted, counts: ArrayLike<number>, hidden: ArrayLike<number>) => Exchange | null;

/** Hiding one cell more weighs more than any count; of equal numbers the smaller counts are hidden. */
export const hidingCost = (count: number) => 1e7 + Math.min(count, 1e6);

/** Most corners of a box. */
const MOST_CORNERS = 1024;

interface Search extends Wanted {
  table: ReleaseTable;
  grid: Grid;
  options: readonly (readonly Path[])[];
  counts: ArrayLike<number>;
  hidden: ArrayLike<number>;
  /** Corners so far, by number in the grid, and their signs; what lies beyond the length of a box is scratch. */
  corners: Float64Array;
  signs: Int8Array;
}

/** A box while it grows dimension by dimension: its first `length` corners. */
interface Box {
  length: number;
  cost: number;
  room: number;
}

/**
 * Makes the search for the exchange that hides least. An exchange is a box: a path along every dimension, such as from
 * one ward to another, one category to another and one month to its total; every corner of the box changes by one, in
 * turn up and down. In tables by two dimensions these are the rings of four cells, by three the cubes of eight.
 * Cost: the product of the numbers of paths, less what is cut off because it already hides more than the best found.
 */
export function openExchanges(table: ReleaseTable): FindExchange {
  const grid = layOut(table);
  const corners = new Float64Array(MOST_CORNERS);
  const signs = new Int8Array(MOST_CORNERS);
  return (wanted, counts, hidden) => {
    const options = optionsOf(grid, wanted.cell);
    const search: Search = { ...wanted, table, grid, options, counts, hidden, corners, signs };
    const number = grid.places[wanted.cell]?.reduce((sum, value, at) => sum + value * (grid.strides[at] ?? 0), 0) ?? 0;
    // Two cells in one place: the other one is found there, and this one has no box.
    if (grid.cellAt(number) !== wanted.cell) return null;
    const start = withCorner(search, { length: 0, cost: 0, room: wanted.need }, number, 1, null);
    return start === null ? null : bestOf(search, start, 0, null);
  };
}

/** The best exchange among the boxes that the given one can grow to, or the best so far. */
function bestOf(search: Search, box: Box, dimension: number, bestSoFar: Exchange | null): Exchange | null {
  const paths = search.options[dimension];
  if (paths === undefined) {
    const exchange = asExchange(search, box);
    const better = bestSoFar === null || score(exchange) < score(bestSoFar);
    return better && keepsSums(exchange, search.table) ? exchange : bestSoFar;
  }
  let best = bestSoFar;
  for (const path of paths) {
    if (best?.cost === 0) return best;
    const grown = alongPath(search, box, path, search.grid.strides[dimension] ?? 0, best);
    if (grown !== null) best = bestOf(search, grown, dimension + 1, best);
  }
  return best;
}

const score = ({ cost, room }: Exchange | Box) => cost / room;

/** The box drawn out along one dimension; null when a corner cannot change or it hides too much. */
function alongPath(
  search: Search,
  box: Box,
  { values, signs }: Path,
  stride: number,
  best: Exchange | null,
): Box | null {
  if (box.length * values.length > MOST_CORNERS) return null;
  let grown: Box | null = box;
  for (let place = 1; place < values.length; place += 1) {
    const offset = ((values[place] ?? 0) - (values[0] ?? 0)) * stride;
    for (let from = 0; from < box.length && grown !== null; from += 1) {
      const sign = (search.signs[from] ?? 0) * (signs[place] ?? 0);
      grown = withCorner(search, grown, (search.corners[from] ?? 0) + offset, sign, best);
    }
  }
  return grown;
}

/** The box with one corner more; null when its cell cannot change that way or hides more than the best found. */
function withCorner(search: Search, box: Box, number: number, sign: number, best: Exchange | null): Box | null {
  const { table, hidden, need } = search;
  search.corners[box.length] = number;
  search.signs[box.length] = sign;
  const length = box.length + 1;
  const cell = search.grid.cellAt(number);
  // A figure that is in none of the tables, so no sum of theirs holds it.
  if (cell < 0) return { ...box, length };
  const free = hidden[cell] === 1;
  if (table.fixed[cell] === true || !(free || search.mayHide)) return null;
  const cost = box.cost + (free ? 0 : hidingCost(table.counts[cell] ?? 0));
  if (best !== null && cost / need >= score(best)) return null;
  const count = search.counts[cell] ?? 0;
  const room = sign * search.way > 0 ? (table.most[cell] ?? 0) - count : count - (table.least[cell] ?? 0);
  return room < 1 ? null : { length, cost, room: Math.min(box.room, room) };
}

function asExchange({ corners, signs, grid, way }: Search, { length, cost, room }: Box): Exchange {
  const cells: number[] = [];
  const changes: number[] = [];
  for (let place = 0; place < length; place += 1) {
    const cell = grid.cellAt(corners[place] ?? 0);
    if (cell < 0) continue;
    cells.push(cell);
    changes.push((signs[place] ?? 0) * way);
  }
  return { cells, changes, room, cost };
}

/** The paths along each dimension, and staying where it is along one in which no sum holds the cell. */
function optionsOf(grid: Grid, cell: number): Path[][] {
  return (grid.places[cell] ?? []).map((value, dimension) => {
    const paths = grid.paths[dimension]?.[value] ?? [];
    if (grid.summed[cell]?.[dimension] === true) return [...paths];
    return [{ values: [value], signs: [1] }, ...paths];
  });
}
