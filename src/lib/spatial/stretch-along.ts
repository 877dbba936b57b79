/** A straight edge between two corners, in whole ten-millionths of a degree. */
export interface Segment {
  readonly fromX: number;
  readonly fromY: number;
  readonly toX: number;
  readonly toY: number;
}

/** How far one edge runs along another. */
export interface Stretch {
  /** Whether both lie on one line and overlap in more than a point; decided without rounding. */
  exact: boolean;
  /** Length of the first edge's part that has the other beside it, in ten-millionths of a degree; 0 for none. */
  lengthE7: number;
}

const NOWHERE: Stretch = { exact: false, lengthE7: 0 };

/**
 * How much of an edge has another within a distance of it, measured at right angles to the edge.
 *
 * The other's ends are projected on the edge. Between them its distance from the edge's line changes evenly, so the part
 * within the tolerance is one stretch. Products of whole numbers are exact while both edges lie within 8 degrees of
 * each other, where no sum of two of them exceeds 6.4 × 10¹⁵, under the 2⁵³ ≈ 9.0 × 10¹⁵ up to which doubles are.
 * @param edge        not a point
 * @param other       not a point, its box within the tolerance of the edge's
 * @param toleranceE7 0 or more
 * @example
 * const along = { fromX: 0, fromY: 0, toX: 100, toY: 0 };
 * stretchAlong(along, { fromX: 150, fromY: 3, toX: 40, toY: 3 }, 5); // { exact: false, lengthE7: 60 }
 */
export function stretchAlong(edge: Segment, other: Segment, toleranceE7: number): Stretch {
  const [alongX, alongY] = [edge.toX - edge.fromX, edge.toY - edge.fromY];
  const square = alongX * alongX + alongY * alongY;
  const at = (x: number, y: number) => alongX * (x - edge.fromX) + alongY * (y - edge.fromY);
  const beside = (x: number, y: number) => alongX * (y - edge.fromY) - alongY * (x - edge.fromX);
  const [from, to] = [at(other.fromX, other.fromY), at(other.toX, other.toY)];
  if (from === to) return NOWHERE;
  const [start, end] = [Math.max(0, Math.min(from, to)), Math.min(square, Math.max(from, to))];
  if (start >= end) return NOWHERE;
  const length = Math.sqrt(square);
  const [fromBeside, toBeside] = [beside(other.fromX, other.fromY), beside(other.toX, other.toY)];
  if (fromBeside === 0 && toBeside === 0) return { exact: true, lengthE7: (end - start) / length };

  const turn = (toBeside - fromBeside) / (to - from);
  const besideAt = (along: number) => (fromBeside + (along - from) * turn) / length;
  return { exact: false, lengthE7: partWithin(besideAt(start), besideAt(end), toleranceE7) * ((end - start) / length) };
}

/** Share, 0 to 1, of a way on which a distance that changes evenly from one value to another is within ± the tolerance. */
function partWithin(first: number, last: number, tolerance: number): number {
  const [low, high] = [Math.min(first, last), Math.max(first, last)];
  if (low > tolerance || high < -tolerance) return 0;
  if (low === high) return 1;
  return (Math.min(high, tolerance) - Math.max(low, -tolerance)) / (high - low);
}
