import type { AreaIndex } from './area-index.ts';
import { coversPoint } from './covers-point.ts';

/** A function from a point to the position of its area in `index.codes`, -1 for none. */
export function positionFinder(index: AreaIndex): (x: number, y: number) => number {
  const { areaOfPolygon, edgesFrom, edges, boxes } = index;
  if (boxes === null) return () => -1;
  let [pointX, pointY, lowest] = [0, 0, -1];
  const consider = (polygon: number): boolean => {
    const position = areaOfPolygon[polygon] as number;
    if (lowest !== -1 && position >= lowest) return false;
    const from = edgesFrom[polygon] as number;
    if (coversPoint(edges, from, edgesFrom[polygon + 1] as number, pointX, pointY)) lowest = position;
    return false;
  };
  return (x, y) => {
    [pointX, pointY, lowest] = [x, y, -1];
    boxes.search(x, y, x, y, consider);
    return lowest;
  };
}
