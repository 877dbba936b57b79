/** A point: across, up. Degrees will do, as wards are small. */
export type Position = [x: number, y: number];

interface Span {
  from: number;
  to: number;
}

const LINES = 24;

/** Part of the shape's height that a label's upper and lower edge lie from its middle. */
const HALF_LABEL = 0.06;

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

function widthAround(rings: readonly (readonly Position[])[], x: number, y: number): number {
  const span = spansAt(rings, y).find(({ from, to }) => from <= x && x <= to);
  return span === undefined ? 0 : Math.min(x - span.from, span.to - x);
}

/**
 * Where a level label has most room inside a shape: the middle of the widest run across it, its own height allowed for.
 * A shape's centre of mass may lie outside it, or in a hole.
 * @param rings outer ring first, then holes; at least three positions each
 */
export function labelPoint(rings: readonly (readonly Position[])[]): Position {
  const ys = (rings[0] ?? []).map(([, y]) => y);
  const [low, high] = [Math.min(...ys), Math.max(...ys)];
  const half = HALF_LABEL * (high - low);
  let best: { at: Position; room: number } = { at: rings[0]?.[0] ?? [0, 0], room: -1 };
  for (let line = 1; line < LINES; line++) {
    const y = low + ((high - low) * line) / LINES;
    for (const { from, to } of spansAt(rings, y)) {
      const x = (from + to) / 2;
      const room = Math.min((to - from) / 2, widthAround(rings, x, y - half), widthAround(rings, x, y + half));
      if (room > best.room) best = { at: [x, y], room };
    }
  }
  return best.at;
}
