/** A point and what the function is there. */
export interface Found {
  at: readonly number[];
  value: number;
}

/**
 * Goes downhill from a point without slopes, by a simplex that turns, stretches and shrinks.
 * @param value function to be made small, finite
 * @param from where the first corner lies; the others are one step off along each axis
 * @param most evaluations
 * @returns the lowest point seen; a low one, not the lowest there is
 * @source Nelder and Mead (1965), doi:10.1093/comjnl/7.4.308; Lagarias, Reeds, Wright and Wright (1998),
 *   doi:10.1137/S1052623496303470
 */
export function nelderMead(
  value: (at: readonly number[]) => number,
  from: readonly number[],
  step: number,
  most: number,
): Found {
  let evaluations = 0;
  const found = (at: readonly number[]): Found => {
    evaluations += 1;
    return { at, value: value(at) };
  };
  const corners = [from, ...from.map((_, axis) => from.map((x, k) => (k === axis ? x + step : x)))].map(found);
  for (;;) {
    corners.sort((a, b) => a.value - b.value);
    const [best, worst, next] = [corners[0], corners.at(-1), corners.at(-2)] as [Found, Found, Found];
    if (evaluations >= most || worst.value - best.value <= 1e-7 * Math.abs(best.value)) return best;
    const turned = turn(corners, worst, best, next, found);
    if (turned) corners[corners.length - 1] = turned;
    else
      for (let corner = 1; corner < corners.length; corner += 1) {
        const { at } = corners[corner] as Found;
        corners[corner] = found(at.map((x, k) => ((best.at[k] as number) + x) / 2));
      }
  }
}

/** What takes the place of the worst corner; null where the simplex is to shrink. */
function turn(
  corners: readonly Found[],
  worst: Found,
  best: Found,
  next: Found,
  found: (at: readonly number[]) => Found,
): Found | null {
  const others = corners.length - 1;
  const centre = worst.at.map(
    (_, k) => corners.slice(0, -1).reduce((sum, { at }) => sum + (at[k] as number), 0) / others,
  );
  const beyond = (by: number) => found(centre.map((x, k) => x + by * (x - (worst.at[k] as number))));
  const reflected = beyond(1);
  if (reflected.value < best.value) {
    const stretched = beyond(2);
    return stretched.value < reflected.value ? stretched : reflected;
  }
  if (reflected.value < next.value) return reflected;
  const drawnIn = beyond(reflected.value < worst.value ? 0.5 : -0.5);
  return drawnIn.value < Math.min(reflected.value, worst.value) ? drawnIn : null;
}
