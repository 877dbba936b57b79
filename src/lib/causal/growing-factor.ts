/** A Cholesky factor of a matrix that gains and loses rows and columns, each at the cost of a square. */
export interface GrowingFactor {
  /** Rows at present. */
  size: () => number;
  /**
   * Adds a last row and column; false, and nothing is added, where they depend on those that are there.
   * @param column   entries beside the rows that are there, in their order
   * @param diagonal > 0
   */
  push: (column: Float64Array, diagonal: number) => boolean;
  /** Takes a row and its column away. */
  drop: (at: number) => void;
  /** Overwrites a right-hand side with its solution. */
  solve: (side: Float64Array) => void;
}

/** A pivot below this share of its diagonal is rounding. */
const DEPENDENT = 1e-13;

/**
 * @param most rows that it will hold at most
 * @source Golub and Van Loan (2013), Matrix Computations, 6.5.2 and 6.5.4, on rows that come and go
 */
export function growingFactor(most: number): GrowingFactor {
  const lower = new Float64Array(most * most);
  let size = 0;

  function push(column: Float64Array, diagonal: number): boolean {
    const row = size * most;
    let pivot = diagonal;
    for (let at = 0; at < size; at += 1) {
      let sum = column[at] as number;
      for (let k = 0; k < at; k += 1) sum -= (lower[at * most + k] as number) * (lower[row + k] as number);
      const entry = sum / (lower[at * most + at] as number);
      lower[row + at] = entry;
      pivot -= entry * entry;
    }
    if (!(pivot > DEPENDENT * diagonal)) return false;
    lower[row + size] = Math.sqrt(pivot);
    size += 1;
    return true;
  }

  function drop(at: number): void {
    lower.copyWithin(at * most, (at + 1) * most, size * most);
    size -= 1;
    for (let k = at; k < size; k += 1) {
      const [a, b] = [lower[k * most + k] as number, lower[k * most + k + 1] as number];
      const length = Math.hypot(a, b);
      const [cos, sin] = [a / length, b / length];
      for (let i = k; i < size; i += 1) {
        const [x, y] = [lower[i * most + k] as number, lower[i * most + k + 1] as number];
        lower[i * most + k] = cos * x + sin * y;
        lower[i * most + k + 1] = cos * y - sin * x;
      }
    }
  }

  function solve(side: Float64Array): void {
    for (let i = 0; i < size; i += 1) {
      let sum = side[i] as number;
      for (let k = 0; k < i; k += 1) sum -= (lower[i * most + k] as number) * (side[k] as number);
      side[i] = sum / (lower[i * most + i] as number);
    }
    for (let i = size - 1; i >= 0; i -= 1) {
      let sum = side[i] as number;
      for (let k = i + 1; k < size; k += 1) sum -= (lower[k * most + i] as number) * (side[k] as number);
      side[i] = sum / (lower[i * most + i] as number);
    }
  }

  return { size: () => size, push, drop, solve };
}
