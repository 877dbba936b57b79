import { type Component, hangTogether } from './hang-together.ts';
import { openRegion } from './linear-region.ts';
import { type Bounds, propagateBounds } from './propagate-bounds.ts';
import type { Sum } from './release-table.ts';

/** What a count may be; `exact` when both ends are proven to be possible, else the truth may be narrower. */
export interface Interval {
  least: number;
  /** Infinity when nothing limits it. */
  most: number;
  exact: boolean;
}

/** Rows × columns up to which a component is searched by linear programming, two searches a cell. */
const SEARCHED_ENTRIES = 20_000;
const NEARLY = 1e-6;

/**
 * The interval of each count that sums and bounds leave open: bounds are propagated, then what still hangs together in
 * rings is searched by linear programming (elimination with pivots) where it is small enough. Ends are whole numbers.
 * @returns null when no counts satisfy the sums
 */
export function feasibleIntervals(
  start: Bounds,
  sums: readonly Sum[],
  sumsOf: readonly (readonly number[])[],
): Interval[] | null {
  const bounds = propagateBounds(start, sums, sumsOf);
  if (bounds === null) return null;
  const intervals = Array.from(bounds.least, (least, cell): Interval => {
    const most = bounds.most[cell] ?? least;
    return { least, most, exact: least === most };
  });
  for (const component of openComponents(bounds, sums, sumsOf)) {
    const ends = component.cells.length + component.sums.length - 1;
    const links = component.sums.reduce(
      (count, sum) => count + (sums[sum]?.cells.filter((cell) => isOpen(bounds, cell)).length ?? 0),
      0,
    );
    if (links === ends) for (const cell of component.cells) setExact(intervals, cell);
    else if (component.cells.length * component.sums.length <= SEARCHED_ENTRIES) {
      const searched = searchComponent(component, bounds, sums);
      if (searched === null) return null;
      searched.forEach((interval, place) => {
        intervals[component.cells[place] ?? 0] = interval;
      });
    }
  }
  return intervals;
}

function setExact(intervals: Interval[], cell: number): void {
  const interval = intervals[cell];
  if (interval !== undefined) intervals[cell] = { ...interval, exact: true };
}

const isOpen = ({ least, most }: Bounds, cell: number) => (least[cell] ?? 0) < (most[cell] ?? 0);

function openComponents(bounds: Bounds, sums: readonly Sum[], sumsOf: readonly (readonly number[])[]): Component[] {
  const seen = new Uint8Array(sumsOf.length);
  return sumsOf.flatMap((_, first) => {
    if (seen[first] === 1 || !isOpen(bounds, first)) return [];
    const component = hangTogether(first, sums, sumsOf, (cell) => isOpen(bounds, cell));
    for (const cell of component.cells) seen[cell] = 1;
    return [component];
  });
}

function searchComponent({ cells, sums: numbers }: Component, bounds: Bounds, sums: readonly Sum[]): Interval[] | null {
  const columnOf = new Map(cells.map((cell, column) => [cell, column]));
  const least = cells.map((cell) => bounds.least[cell] ?? 0);
  const rows = numbers.map((number) => {
    const row = { columns: [] as number[], values: [] as number[], right: 0 };
    const sum = sums[number];
    sum?.cells.forEach((cell, place) => {
      const sign = sum.signs[place] ?? 0;
      const column = columnOf.get(cell);
      row.right -= sign * (bounds.least[cell] ?? 0);
      if (column === undefined) return;
      row.columns.push(column);
      row.values.push(sign);
    });
    return row;
  });
  const uppers = cells.map((cell, column) => (bounds.most[cell] ?? 0) - (least[column] ?? 0));
  const region = openRegion({ uppers, rows });
  if (region === null) return null;
  return cells.map((_, column) => {
    const cost = (sign: number) => cells.map((_, other) => (other === column ? sign : 0));
    const low = region.greatest(cost(-1));
    const high = region.greatest(cost(1));
    const base = least[column] ?? 0;
    return {
      least: base + Math.ceil(-low.value - NEARLY),
      most: base + Math.floor(high.value + NEARLY),
      exact: isWhole(low.y) && (high.value === Number.POSITIVE_INFINITY || isWhole(high.y)),
    };
  });
}

const isWhole = (y: readonly number[]) => y.every((level) => Math.abs(level - Math.round(level)) < NEARLY);
