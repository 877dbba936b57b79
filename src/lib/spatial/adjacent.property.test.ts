import fc from 'fast-check';
import { expect, it } from 'vitest';
import { adjacent } from './adjacent.ts';
import { buildAreaIndex, fromE7, type IndexedArea } from './index.ts';

/** Side of a cell in ten-millionths of a degree: about 30 m, three times the least that two drawings must share. */
const CELL = 3000;
const settings = { seed: 20221122, numRuns: 200 };

/** Cells of a grid, each of one of several areas: rows of numbers. */
const grid = fc
  .record({ width: fc.integer({ min: 1, max: 7 }), height: fc.integer({ min: 1, max: 7 }) })
  .chain(({ width, height }) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 8 }), { minLength: width, maxLength: width }), {
      minLength: height,
      maxLength: height,
    }),
  );

/** How far a corner is drawn from where it is, in ten-millionths of a degree; two drawings lie at most 60 apart. */
const astray = fc.infiniteStream(fc.integer({ min: -30, max: 30 }));

/**
 * Areas as rectangles, one for each run of cells in a row: their corners fall in the middle of the next row's edges.
 * @param move moves one coordinate of one drawing
 */
function drawn(rows: readonly (readonly number[])[], move: (at: number) => number): IndexedArea[] {
  const areas = new Map<number, IndexedArea>();
  rows.forEach((row, y) => {
    row.forEach((area, x) => {
      if (row[x - 1] === area) return;
      const length = row.slice(x).findIndex((each) => each !== area);
      const end = length === -1 ? row.length : x + length;
      const corners = [
        [x, y],
        [end, y],
        [end, y + 1],
        [x, y + 1],
      ] as const;
      const ring = corners.map((corner): [number, number] => {
        const [east, north] = [move(corner[0] * CELL), move(corner[1] * CELL)];
        return [fromE7(east), fromE7(north)];
      });
      const soFar = areas.get(area)?.polygons ?? [];
      areas.set(area, { code: `W${area}`, polygons: [...soFar, [ring]] });
    });
  });
  return [...areas.values()];
}

/** By looking at every two cells side by side. */
function byCells(rows: readonly (readonly number[])[]): string[] {
  const found = new Set<string>();
  rows.forEach((row, y) => {
    row.forEach((area, x) => {
      for (const beside of [row[x + 1], rows[y + 1]?.[x]]) {
        if (beside === undefined || beside === area) continue;
        found.add([`W${Math.min(area, beside)}`, `W${Math.max(area, beside)}`].join(' '));
      }
    });
  });
  return [...found].sort();
}

const asText = (pairs: readonly (readonly [string, string])[]) => pairs.map((pair) => pair.join(' '));

it('pairs what has cells side by side, with a tolerance and without', () => {
  fc.assert(
    fc.property(grid, (rows) => {
      const index = buildAreaIndex(drawn(rows, (at) => at));
      expect(asText(adjacent(index, 0))).toEqual(byCells(rows));
      expect(asText(adjacent(index))).toEqual(byCells(rows));
    }),
    settings,
  );
});

it('pairs the same where every area is drawn a little astray', () => {
  fc.assert(
    fc.property(grid, astray, (rows, moves) => {
      const index = buildAreaIndex(drawn(rows, (at) => at + (moves.next().value ?? 0)));
      expect(asText(adjacent(index))).toEqual(byCells(rows));
    }),
    settings,
  );
});
