import type { Sum } from './release-table.ts';

/** What each count lies between, by cell. */
export interface Bounds {
  least: Float64Array;
  most: Float64Array;
}

/**
 * Narrows bounds by every sum in turn, until nothing more follows: in a sum, a cell is at most what the others leave.
 * Exact where no cells and sums form a ring; elsewhere the truth may be narrower, never wider.
 * @returns null when some sum cannot be kept within the bounds
 */
export function propagateBounds(
  start: Bounds,
  sums: readonly Sum[],
  sumsOf: readonly (readonly number[])[],
): Bounds | null {
  const least = start.least.slice();
  const most = start.most.slice();
  const waiting = sums.map((_, sum) => sum);
  const isWaiting = new Uint8Array(sums.length).fill(1);
  for (let next = 0; next < waiting.length; next += 1) {
    const number = waiting[next] ?? 0;
    isWaiting[number] = 0;
    const sum = sums[number];
    if (sum === undefined) continue;
    const narrowed = narrow(sum, least, most);
    if (narrowed === null) return null;
    for (const cell of narrowed) {
      for (const other of sumsOf[cell] ?? []) {
        if (isWaiting[other] === 1) continue;
        isWaiting[other] = 1;
        waiting.push(other);
      }
    }
  }
  return { least, most };
}

/** Narrows the cells of one sum and names those that changed; null when the sum cannot be kept. */
function narrow({ cells, signs }: Sum, least: Float64Array, most: Float64Array): number[] | null {
  // Ends of Σ sign × count, with how many of its terms have no end: one without an end may still be bounded by the rest.
  const low = { sum: 0, endless: 0 };
  const high = { sum: 0, endless: 0 };
  cells.forEach((cell, place) => {
    const [down, up] = termEnds(signs[place] ?? 0, least[cell] ?? 0, most[cell] ?? 0);
    if (Number.isFinite(down)) low.sum += down;
    else low.endless += 1;
    if (Number.isFinite(up)) high.sum += up;
    else high.endless += 1;
  });
  if ((low.endless === 0 && low.sum > 0) || (high.endless === 0 && high.sum < 0)) return null;
  const changed: number[] = [];
  cells.forEach((cell, place) => {
    const sign = signs[place] ?? 0;
    const [down, up] = termEnds(sign, least[cell] ?? 0, most[cell] ?? 0);
    const othersLow = withoutOne(low, down, Number.NEGATIVE_INFINITY);
    const othersHigh = withoutOne(high, up, Number.POSITIVE_INFINITY);
    const ends = sign > 0 ? [0 - othersHigh, 0 - othersLow] : [othersLow, othersHigh];
    const newLeast = Math.max(least[cell] ?? 0, ends[0] ?? 0);
    const newMost = Math.min(most[cell] ?? 0, ends[1] ?? 0);
    if (newLeast === least[cell] && newMost === most[cell]) return;
    least[cell] = newLeast;
    most[cell] = newMost;
    changed.push(cell);
  });
  return changed.some((cell) => (least[cell] ?? 0) > (most[cell] ?? 0)) ? null : changed;
}

const termEnds = (sign: number, least: number, most: number): [number, number] =>
  sign > 0 ? [least, most] : [-most, -least];

/** One end of the sum without one of its terms; `none` when another term has no end. */
function withoutOne({ sum, endless }: { sum: number; endless: number }, term: number, none: number): number {
  const finite = Number.isFinite(term);
  if (endless > (finite ? 0 : 1)) return none;
  return finite ? sum - term : sum;
}
