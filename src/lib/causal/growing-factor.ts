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
  /** The first half of it, from a row on: rows above are solved already, as they stay while rows are added below them. */
  forward: (side: Float64Array, from: number) => void;
  /** The second half. */
  backward: (side: Float64Array) => void;
}

/** A pivot below this share of its diagonal is rounding. */
const DEPENDENT = 1e-13;
/** Rows that there is room for at first: as a rule few of many weights are above zero. */
const FIRST_ROOM = 24;

/**
 * @source Golub and Van Loan (2013), Matrix Computations, 6.5.2 and 6.5.4, on rows that come and go
 */
export function growingFactor(): GrowingFactor {
  let room = FIRST_ROOM;
  let lower = new Float64Array(room * room);
  let size = 0;

  function grow(): void {
    const wider = new Float64Array(4 * room * room);
    for (let row = 0; row < size; row += 1) wider.set(lower.subarray(row * room, (row + 1) * room), 2 * row * room);
    lower = wider;
    room *= 2;
  }

  function push(column: Float64Array, diagonal: number): boolean {
    if (size === room) grow();
    const row = size * room;
    let pivot = diagonal;
    for (let at = 0; at < size; at += 1) {
      const from = at * room;
      let sum = column[at] as number;
      for (let k = 0; k < at; k += 1) sum -= (lower[from + k] as number) * (lower[row + k] as number);
      const entry = sum / (lower[from + at] as number);
      lower[row + at] = entry;
      pivot -= entry * entry;
    }
    if (!(pivot > DEPENDENT * diagonal)) return false;
    lower[row + size] = Math.sqrt(pivot);
    size += 1;
    return true;
  }

  function drop(at: number): void {
    lower.copyWithin(at * room, (at + 1) * room, size * room);
    size -= 1;
    for (let k = at; k < size; k += 1) {
      const [a, b] = [lower[k * room + k] as number, lower[k * room + k + 1] as number];
      const length = Math.hypot(a, b);
      const [cos, sin] = [a / length, b / length];
      for (let i = k; i < size; i += 1) {
        const [x, y] = [lower[i * room + k] as number, lower[i * room + k + 1] as number];
        lower[i * room + k] = cos * x + sin * y;
        lower[i * room + k + 1] = cos * y - sin * x;
      }
    }
  }

  function forward(side: Float64Array, from: number): void {
    for (let i = from; i < size; i += 1) {
      const row = i * room;
      let sum = side[i] as number;
      for (let k = 0; k < i; k += 1) sum -= (lower[row + k] as number) * (side[k] as number);
      side[i] = sum / (lower[row + i] as number);
    }
  }

  function backward(side: Float64Array): void {
    for (let i = size - 1; i >= 0; i -= 1) {
      let sum = side[i] as number;
      for (let k = i + 1; k < size; k += 1) sum -= (lower[k * room + i] as number) * (side[k] as number);
      side[i] = sum / (lower[i * room + i] as number);
    }
  }

  function solve(side: Float64Array): void {
    forward(side, 0);
    backward(side);
  }

  return { size: () => size, push, drop, solve, forward, backward };
}
