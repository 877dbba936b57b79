/** A point: across, up. Degrees will do, as wards are small. */
export type Position = [x: number, y: number];

interface Span {
  from: number;
  to: number;
}

const LINES = 24;

/** Where a level line runs inside the rings (even–odd), from left to right. */
function spansAt(rings: readonly (readonly Position[])[], y: number): Span[] {
  const crossings = rings
    .flatMap((ring) =>
      ring.flatMap(([ax, ay], index) => {
        const [bx, by] = ring[(index + 1) % ring.length] ?? [ax, ay];
        return ay > y === by > y ? [] : [ax + ((y - ay) / (by - ay)) * (bx - ax)];
      }),
    )
    .sort((a, b) => a - b);
  return crossings.flatMap((from, index) => {
    const to = crossings[index + 1];
    return index % 2 === 0 && to !== undefined ? [{ from, to }] : [];
  });
}

/** How far a place is from the nearer end of the run it lies on; 0 outside. */
function clearance(spans: readonly Span[], at: number): number {
  const span = spans.find(({ from, to }) => from <= at && at <= to);
  return span === undefined ? 0 : Math.min(at - span.from, span.to - at);
}

/**
 * Where a level label has most room inside a shape. A shape's centre of mass may lie outside it, or in a hole.
 * @param rings outer ring first, then holes; at least three positions each
 * @param aspect a label's width for each of its height, in the units of the positions
 */
export function labelPoint(rings: readonly (readonly Position[])[], aspect: number): Position {
  const turned = rings.map((ring) => ring.map(([x, y]): Position => [y, x]));
  const ys = (rings[0] ?? []).map(([, y]) => y);
  const [low, high] = [Math.min(...ys), Math.max(...ys)];
  let best: { at: Position; room: number } = { at: rings[0]?.[0] ?? [0, 0], room: -1 };
  for (let line = 1; line < LINES; line++) {
    const y = low + ((high - low) * line) / LINES;
    for (const { from, to } of spansAt(rings, y)) {
      const x = (from + to) / 2;
      const room = Math.min((to - from) / 2, aspect * clearance(spansAt(turned, x), y));
      if (room > best.room) best = { at: [x, y], room };
    }
  }
  return best.at;
}
