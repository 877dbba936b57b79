import type { Alternative } from './alternative.ts';
import type { FindExchange } from './cheapest-exchange.ts';

/** A way to another truth, with the cells that must be hidden for it and how far it takes the cell. */
export interface Walk extends Alternative {
  hides: number[];
  gained: number;
}

/** Where a walk must lead. */
export interface Destination {
  cell: number;
  way: 1 | -1;
  need: number;
  mayHide: boolean;
}

export type WalkTo = (destination: Destination, hidden: Uint8Array) => Walk | null;

/**
 * Makes walks: one exchange after another from the true counts, each from where the last one led, up to `need` steps.
 * Partners with small counts are soon used up, and the next exchange takes others. Null when not one step is possible.
 */
export function openWalks(counts: Float64Array, findExchange: FindExchange): WalkTo {
  // Changed on the way and put back at the end of each walk: copying all counts for each would cost more than walking.
  const now = counts.slice();
  return ({ cell, way, need, mayHide }, hidden) => {
    const touched = new Set<number>();
    const hides: number[] = [];
    let gained = 0;
    while (gained < need) {
      const exchange = findExchange({ cell, way, need: need - gained, mayHide }, now, hidden);
      if (exchange === null) break;
      exchange.cells.forEach((other, place) => {
        now[other] = (now[other] ?? 0) + exchange.room * (exchange.changes[place] ?? 0);
        touched.add(other);
        if (hidden[other] === 1) return;
        hidden[other] = 1;
        hides.push(other);
      });
      gained += exchange.room;
    }
    const cells = [...touched].filter((other) => now[other] !== counts[other]);
    const changes = cells.map((other) => (now[other] ?? 0) - (counts[other] ?? 0));
    for (const other of touched) now[other] = counts[other] ?? 0;
    for (const other of hides) hidden[other] = 0;
    return gained === 0 ? null : { cells, changes, gained, hides: hides.filter((other) => cells.includes(other)) };
  };
}
