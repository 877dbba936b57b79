/**
 * Whether a polygon covers a point: inside it by the even-odd rule, or anywhere on its edge.
 *
 * A ray from the point to the east is counted through the edges of all rings together, so a hole is a hole
 * whichever way its ring runs, and a ring that touches or crosses itself still has one answer for each point:
 * two wards of the ONS file of 2022, E05013747 and E05013910, are such invalid polygons.
 *
 * Exact: all coordinates are whole numbers, and the one product is taken only for a point in the edge's own box,
 * where neither of its two terms nor their difference exceeds width × height of the edge. LONGEST_EDGE_DEGREES
 * (4°, or 4 × 10⁷ units) keeps that at 1.6 × 10¹⁵, under the 2⁵³ ≈ 9.0 × 10¹⁵ up to which doubles are exact.
 *
 * @param edges four whole numbers an edge: its start x and y, its end x and y; each ring closed
 * @param from  index in `edges` of the polygon's first edge
 * @param to    index just after its last
 * @returns true when inside or on the edge
 * @source Galetzka & Glauner (2017), A simple and correct even-odd algorithm for the point-in-polygon problem for
 *   complex polygons, https://arxiv.org/abs/1207.3502
 */
export function coversPoint(edges: Int32Array, from: number, to: number, x: number, y: number): boolean {
  let inside = false;
  for (let at = from; at < to; at += 4) {
    const meeting = meet(
      edges[at] as number,
      edges[at + 1] as number,
      edges[at + 2] as number,
      edges[at + 3] as number,
      x,
      y,
    );
    if (meeting === TOUCHED) return true;
    if (meeting === CROSSED) inside = !inside;
  }
  return inside;
}

const MISSED = 0;
const CROSSED = 1;
const TOUCHED = 2;

/**
 * What the ray to the east does to one edge. An edge has its lower end but not its upper one, so a ray through a
 * corner crosses the two edges there once or twice as it should, and one along a level edge does not cross it.
 */
function meet(startX: number, startY: number, endX: number, endY: number, x: number, y: number): number {
  if (startY > y === endY > y) {
    if (startY !== y) return MISSED;
    // The end is another edge's start, so it need not be looked at.
    const alongLevelEdge = endY === y && startX < x === x < endX;
    return startX === x || alongLevelEdge ? TOUCHED : MISSED;
  }
  if (x < startX && x < endX) return CROSSED;
  if (x > startX && x > endX) return MISSED;
  const side = (x - startX) * (endY - startY) - (endX - startX) * (y - startY);
  if (side === 0) return TOUCHED;
  return side < 0 === endY > startY ? CROSSED : MISSED;
}
