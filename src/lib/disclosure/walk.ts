import type { Alternative } from './alternative.ts';
import type { FindExchange } from './cheapest-exchange.ts';

/** A way to another truth, with the cells that must be hidden for it and how far it takes the cell. */
export interface Walk extends Alternative {
  hides: number[];
  gained: number;
}

/**
 * One exchange after another from the true counts, each from where the last one led, up to `need` steps: partners with
 * small counts are soon used up, and the next exchange takes others.
 * @returns null when not one step is possible
 */
export function walk(
  findExchange: FindExchange,
  counts: Float64Array,
  hidden: Uint8Array,
  { cell, way, need, mayHide }: { cell: number; way: 1 | -1; need: number; mayHide: boolean },
): Walk | null {
  const now = counts.slice();
  const hiddenNow = mayHide ? hidden.slice() : hidden;
  const touched = new Set<number>();
  let gained = 0;
  while (gained < need) {
    const exchange = findExchange({ cell, way, need: need - gained, mayHide }, now, hiddenNow);
    if (exchange === null) break;
    exchange.cells.forEach((other, place) => {
      now[other] = (now[other] ?? 0) + exchange.room * (exchange.changes[place] ?? 0);
      if (mayHide) hiddenNow[other] = 1;
      touched.add(other);
    });
    gained += exchange.room;
  }
  if (gained === 0) return null;
  const cells = [...touched].filter((other) => now[other] !== counts[other]);
  const changes = cells.map((other) => (now[other] ?? 0) - (counts[other] ?? 0));
  return { cells, changes, gained, hides: cells.filter((other) => hidden[other] !== 1) };
}
