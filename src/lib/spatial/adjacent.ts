import Flatbush from 'flatbush';
import { InvalidArgument } from '../invalid-argument.ts';
import type { AreaIndex } from './area-index.ts';
import { type Segment, stretchAlong } from './stretch-along.ts';

/** How far apart two drawings of one border may run, in ten-millionths of a degree: about 1 m, the last of five decimals. */
export const BORDER_TOLERANCE_E7 = 100;

/** Drawings that only come near each other are one border from this many tolerances on: less is what a corner does. */
const TOLERANCES_ALONG = 10;

/**
 * The pairs of areas that share a border: a stretch of it, not a point only.
 *
 * Edges on one line that overlap are a shared border of any length, decided in whole numbers without rounding. Beside
 * that, generalised files draw one border twice, a little apart: edges that run within the tolerance of each other count
 * once the stretches they do so come to ten tolerances (about 10 m). Two areas that meet at a corner run side by side
 * for less, unless their edges leave it at under 6 degrees;
 * a border drawn twice that is shorter is not seen. Areas that overlap share what they share of their edges.
 *
 * An edge that two areas have alike is found by its ends; only the others are searched for near edges. Cost: 704 wards of
 * 25,020 edges in 40 ms, 625 of 157,267 in 140 ms.
 * @param index       areas as {@link buildAreaIndex} makes them ready
 * @param toleranceE7 ten-millionths of a degree, 0 to {@link BORDER_TOLERANCE_E7} × 10; 0 takes exact borders alone
 * @returns pairs of codes, the lower first, in order
 * @throws InvalidArgument when the tolerance is out of range
 * @example
 * const square = (x: number): PolygonRings => [[[x, 0], [x + 1, 0], [x + 1, 1], [x, 1]]];
 * adjacent(buildAreaIndex([{ code: 'A', polygons: [square(0)] }, { code: 'B', polygons: [square(1)] }])); // [['A', 'B']]
 */
export function adjacent(index: AreaIndex, toleranceE7: number = BORDER_TOLERANCE_E7): (readonly [string, string])[] {
  if (!(toleranceE7 >= 0 && toleranceE7 <= BORDER_TOLERANCE_E7 * 10)) {
    throw new InvalidArgument(`A tolerance of ${toleranceE7} is not between 0 and ${BORDER_TOLERANCE_E7 * 10}.`);
  }
  const edges = edgesOf(index);
  const { pairs, alone } = pairAlike(edges, index.codes.length);
  pairAlongside(edges, alone, pairs, index.codes.length, toleranceE7);
  return [...pairs]
    .sort((a, b) => a - b)
    .map((pair) => {
      const [low, high] = [Math.floor(pair / index.codes.length), pair % index.codes.length];
      return [index.codes[low] as string, index.codes[high] as string] as const;
    });
}

interface Edge extends Segment {
  /** Position of its area in the index. */
  readonly area: number;
}

/** Every edge that has a length. */
function edgesOf({ areaOfPolygon, edgesFrom, edges }: AreaIndex): Edge[] {
  const found: Edge[] = [];
  areaOfPolygon.forEach((area, polygon) => {
    for (let at = edgesFrom[polygon] as number; at < (edgesFrom[polygon + 1] as number); at += 4) {
      const [fromX, fromY, toX, toY] = [edges[at], edges[at + 1], edges[at + 2], edges[at + 3]] as [
        number,
        number,
        number,
        number,
      ];
      if (fromX !== toX || fromY !== toY) found.push({ area, fromX, fromY, toX, toY });
    }
  });
  return found;
}

/** One number for two areas, whichever comes first. */
const pairOf = (a: number, b: number, areas: number): number => Math.min(a, b) * areas + Math.max(a, b);

/** Pairs by edges that have the same two ends, and the edges that no other area has alike. */
function pairAlike(edges: readonly Edge[], areas: number): { pairs: Set<number>; alone: Edge[] } {
  const alike = new Map<string, Edge[]>();
  for (const edge of edges) {
    const { fromX, fromY, toX, toY } = edge;
    const forwards = fromX < toX || (fromX === toX && fromY < toY);
    const key = forwards ? `${fromX},${fromY},${toX},${toY}` : `${toX},${toY},${fromX},${fromY}`;
    const there = alike.get(key);
    if (there === undefined) alike.set(key, [edge]);
    else there.push(edge);
  }
  const pairs = new Set<number>();
  const alone: Edge[] = [];
  for (const group of alike.values()) {
    const owners = [...new Set(group.map(({ area }) => area))];
    if (owners.length === 1) alone.push(...group);
    owners.forEach((a, at) => {
      for (const b of owners.slice(at + 1)) pairs.add(pairOf(a, b, areas));
    });
  }
  return { pairs, alone };
}

/** Adds the pairs whose edges lie on each other in part, or run side by side for long enough. */
function pairAlongside(
  edges: readonly Edge[],
  alone: readonly Edge[],
  pairs: Set<number>,
  areas: number,
  toleranceE7: number,
): void {
  if (alone.length === 0) return;
  const boxes = boxesOf(edges);
  // By the area whose edge is measured and then the other: the same stretch seen from both sides is not added up.
  const alongside = new Map<number, number>();
  for (const edge of alone) {
    const [minX, minY, maxX, maxY] = boxOf(edge);
    for (const near of boxes.search(minX - toleranceE7, minY - toleranceE7, maxX + toleranceE7, maxY + toleranceE7)) {
      const other = edges[near] as Edge;
      const pair = pairOf(edge.area, other.area, areas);
      if (edge.area === other.area || pairs.has(pair)) continue;
      const stretch = stretchAlong(edge, other, toleranceE7);
      const from = edge.area * areas + other.area;
      const soFar = (alongside.get(from) ?? 0) + stretch.lengthE7;
      alongside.set(from, soFar);
      if (stretch.exact || (toleranceE7 > 0 && soFar >= TOLERANCES_ALONG * toleranceE7)) pairs.add(pair);
    }
  }
}

function boxesOf(edges: readonly Edge[]): Flatbush {
  const boxes = new Flatbush(edges.length, 16, Int32Array);
  for (const edge of edges) boxes.add(...boxOf(edge));
  boxes.finish();
  return boxes;
}

function boxOf({ fromX, fromY, toX, toY }: Segment): [number, number, number, number] {
  return [Math.min(fromX, toX), Math.min(fromY, toY), Math.max(fromX, toX), Math.max(fromY, toY)];
}
