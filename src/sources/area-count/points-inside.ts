import { type AreaIndex, buildAreaIndex, locateAll, type PolygonRings, toE7 } from '../../lib/spatial/index.ts';
import type { DrawnArea } from './model.ts';

/** A box in ten-millionths of a degree. */
export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** An area ready for finding points in it. */
export interface Shape {
  index: AreaIndex;
  box: Box;
}

/** @throws RangeError when an edge is longer than 4 degrees */
export function shapeOf({ name, polygons }: DrawnArea): Shape {
  return { index: buildAreaIndex([{ code: name, polygons }]), box: boxAround(polygons.map(boxOf)) };
}

function boxOf(rings: PolygonRings): Box {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const [longitude, latitude] of rings[0] ?? []) {
    const [x, y] = [toE7(longitude), toE7(latitude)];
    box.west = Math.min(box.west, x);
    box.east = Math.max(box.east, x);
    box.south = Math.min(box.south, y);
    box.north = Math.max(box.north, y);
  }
  return box;
}

/** The box that holds all boxes. */
export function boxAround(boxes: readonly Box[]): Box {
  return {
    west: Math.min(...boxes.map(({ west }) => west)),
    south: Math.min(...boxes.map(({ south }) => south)),
    east: Math.max(...boxes.map(({ east }) => east)),
    north: Math.max(...boxes.map(({ north }) => north)),
  };
}

/** Points in ten-millionths of a degree. */
export interface Points {
  x: Int32Array;
  y: Int32Array;
}

/** Points with the place of the area each lies in, and how many each area has. */
export interface PointsOfAreas extends Points {
  area: Int32Array;
  counts: number[];
}

/**
 * The points that each shape covers: inside it, or anywhere on its edge. Exact, as {@link locateAll} is.
 * @returns a point in several shapes comes once for each
 */
export function pointsInside(shapes: readonly Shape[], points: Points): PointsOfAreas {
  const found = { area: [] as number[], x: [] as number[], y: [] as number[], counts: shapes.map(() => 0) };
  for (const [area, { index, box }] of shapes.entries()) {
    const near = pointsWithin(points, box);
    const positions = locateAll(index, near.x, near.y);
    positions.forEach((position, at) => {
      if (position === -1) return;
      found.area.push(area);
      found.counts[area] = (found.counts[area] ?? 0) + 1;
      found.x.push(near.x[at] as number);
      found.y.push(near.y[at] as number);
    });
  }
  return {
    counts: found.counts,
    area: Int32Array.from(found.area),
    x: Int32Array.from(found.x),
    y: Int32Array.from(found.y),
  };
}

/** The points in a box or on its edge. */
export function pointsWithin({ x, y }: Points, { west, south, east, north }: Box): Points {
  const inside = (at: number): boolean => {
    const [pointX, pointY] = [x[at] as number, y[at] as number];
    return pointX >= west && pointX <= east && pointY >= south && pointY <= north;
  };
  const places = new Int32Array(x.length);
  let count = 0;
  for (let at = 0; at < x.length; at += 1) if (inside(at)) places[count++] = at;
  const found = places.subarray(0, count);
  return { x: found.map((at) => x[at] as number), y: found.map((at) => y[at] as number) };
}
