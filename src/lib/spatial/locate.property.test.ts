import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildAreaIndex, fromE7, type IndexedArea, LONGEST_EDGE_DEGREES, locate, toE7 } from './index.ts';

type Point = readonly [number, number];
type Ring = readonly Point[];

const SIZE = 24;
const settings = { seed: 20220505, numRuns: 150 };

/** Whole points on the edge of a convex ring, in order. */
function pointsAlong(ring: Ring): Point[] {
  return ring.flatMap(([x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length] as Point;
    const steps = greatestCommonDivisor(Math.abs(nextX - x), Math.abs(nextY - y));
    return Array.from(
      { length: steps },
      (_, step): Point => [x + ((nextX - x) / steps) * step, y + ((nextY - y) / steps) * step],
    );
  });
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** Twice the signed area of a triangle: above 0 when c lies left of a → b. */
function turn([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}

const doubleArea = (ring: Ring): number =>
  ring.reduce((sum, point, at) => sum + turn([0, 0], point, ring[(at + 1) % ring.length] as Point), 0);

/** Convex cells that fill a square without overlap: each cut goes between two whole points on a cell's edge. */
function cutUp(cuts: readonly (readonly [number, number, number])[]): Ring[] {
  const cells: Ring[] = [
    [
      [0, 0],
      [SIZE, 0],
      [SIZE, SIZE],
      [0, SIZE],
    ],
  ];
  for (const [which, from, to] of cuts) {
    const at = Math.floor(which * cells.length);
    const edge = pointsAlong(cells[at] as Ring);
    const [start, end] = [Math.floor(from * edge.length), Math.floor(to * edge.length)].sort((a, b) => a - b) as [
      number,
      number,
    ];
    const halves = [edge.slice(start, end + 1), [...edge.slice(end), ...edge.slice(0, start + 1)]];
    if (halves.every((half) => doubleArea(half) > 0)) cells.splice(at, 1, ...halves);
  }
  return cells;
}

const cuts = fc.array(
  fc.tuple(
    fc.double({ min: 0, max: 0.999, noNaN: true }),
    fc.double({ min: 0, max: 0.999, noNaN: true }),
    fc.double({ min: 0, max: 0.999, noNaN: true }),
  ),
  { minLength: 1, maxLength: 25 },
);

/** Cells shared out among fewer areas, so that some areas have several polygons. */
const partition = fc
  .record({ cells: cuts.map(cutUp), areas: fc.integer({ min: 1, max: 9 }) })
  .map(({ cells, areas }) => ({
    cells: cells.map((ring, cell) => ({ ring, code: `E0${(cell * 7) % areas}` })),
    codes: [...new Set(cells.map((_, cell) => `E0${(cell * 7) % areas}`))],
  }));

const asArea = (code: string, rings: Ring[]): IndexedArea => ({
  code,
  polygons: rings.map((ring) => [ring.map(([x, y]): [number, number] => [fromE7(x), fromE7(y)])]),
});

const gridPoints: Point[] = Array.from({ length: (SIZE + 3) ** 2 }, (_, n) => [
  (n % (SIZE + 3)) - 1,
  Math.floor(n / (SIZE + 3)) - 1,
]);

it('assigns every point of a partition once: to its cell, or on an edge to the lowest code that touches', () => {
  fc.assert(
    fc.property(partition, ({ cells, codes }) => {
      const index = buildAreaIndex(
        codes.map((code) =>
          asArea(
            code,
            cells.filter((cell) => cell.code === code).map(({ ring }) => ring),
          ),
        ),
      );
      for (const point of gridPoints) {
        // Convex cells are checked side by side of each edge, another method than the one under test.
        const touching = cells
          .filter(({ ring }) =>
            ring.every((corner, at) => turn(corner, ring[(at + 1) % ring.length] as Point, point) >= 0),
          )
          .map(({ code }) => code);
        expect(locate(index, point[0], point[1])).toBe(touching.sort()[0] ?? null);
      }
    }),
    settings,
  );
});

it('does not depend on the direction of a ring, the corner it starts at, or the order of the areas', () => {
  fc.assert(
    fc.property(partition, fc.nat(), fc.nat(), ({ cells, codes }, rotation, order) => {
      const areas = codes.map((code) =>
        asArea(
          code,
          cells.filter((cell) => cell.code === code).map(({ ring }) => ring),
        ),
      );
      const turned = areas.map(({ code, polygons }, at) => ({
        code,
        polygons: polygons.map((rings) =>
          rings.map((ring) => {
            const start = rotation % ring.length;
            const rotated = [...ring.slice(start), ...ring.slice(0, start)];
            return (rotation + at) % 2 === 0 ? rotated.reverse() : rotated;
          }),
        ),
      }));
      const shuffled = [...turned].sort(
        (a, b) => ((a.code.charCodeAt(2) * 31 + order) % 7) - ((b.code.charCodeAt(2) * 31 + order) % 7),
      );
      const [index, same] = [buildAreaIndex(areas), buildAreaIndex(shuffled)];
      for (const [x, y] of gridPoints) expect(locate(same, x, y)).toBe(locate(index, x, y));
    }),
    settings,
  );
});

/** Even-odd by a ray to the north, in whole numbers of any size. */
function coveredExactly(ring: Ring, [x, y]: Point): boolean {
  const [px, py] = [BigInt(x), BigInt(y)];
  let inside = false;
  for (const [at, corner] of ring.entries()) {
    const [[ax, ay], [bx, by]] = [corner, ring[(at + 1) % ring.length] as Point].map(([cx, cy]) => [
      BigInt(cx),
      BigInt(cy),
    ]) as [[bigint, bigint], [bigint, bigint]];
    const side = (bx - ax) * (py - ay) - (by - ay) * (px - ax);
    const inBox = (px - ax) * (px - bx) <= 0n && (py - ay) * (py - by) <= 0n;
    if (side === 0n && inBox) return true;
    if (ax <= px !== bx <= px && side < 0n === bx > ax) inside = !inside;
  }
  return inside;
}

const degrees = toE7(LONGEST_EDGE_DEGREES);
const farPoint = fc.tuple(
  fc.integer({ min: -degrees / 2, max: degrees / 2 }),
  fc.integer({ min: -degrees / 2, max: degrees / 2 }),
);

it('agrees with arithmetic without limits on any ring, crossing itself or not, right beside the longest edges', () => {
  fc.assert(
    fc.property(
      fc.array(farPoint, { minLength: 3, maxLength: 9 }),
      fc.array(fc.tuple(fc.nat(8), fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: -1, max: 1 })), {
        minLength: 40,
        maxLength: 40,
      }),
      (ring, nearby) => {
        const index = buildAreaIndex([asArea('A', [ring])]);
        for (const [edge, along, off] of nearby) {
          const [[ax, ay], [bx, by]] = [ring[edge % ring.length] as Point, ring[(edge + 1) % ring.length] as Point];
          const point: Point = [Math.round(ax + (bx - ax) * along), Math.round(ay + (by - ay) * along) + off];
          expect(locate(index, point[0], point[1]) === 'A', `${point}`).toBe(coveredExactly(ring, point));
        }
      },
    ),
    settings,
  );
});
