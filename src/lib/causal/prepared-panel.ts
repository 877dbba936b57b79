import { InvalidArgument } from '../invalid-argument.ts';

/** A panel made ready for many fits with one start: everything that fits with different donors have in common. */
export interface PreparedPanel {
  units: number;
  times: number;
  start: number;
  /** What is taken from every unit at a time: the mean of all. Weights that sum to 1 do not see it, and rounding does. */
  level: Float64Array;
  /** Units × times, less {@link level}. */
  values: Float64Array;
  /** Each unit's mean of {@link values} before the start, and from it on. */
  before: Float64Array;
  after: Float64Array;
  /** Units × times before the start, less each unit's mean there. */
  about: Float64Array;
  /** Units × units: products of rows of {@link about}. */
  gram: Float64Array;
  /** Sum, and sum of squares, of each unit's first differences before the start as they were given, less {@link drift}. */
  steps: Float64Array;
  squaredSteps: Float64Array;
}

/** @throws InvalidArgument when rows differ in length, a value is not finite or the start is not within the times */
export function preparePanel(rows: readonly ArrayLike<number>[], start: number): PreparedPanel {
  const [units, times] = [rows.length, rows[0]?.length ?? 0];
  checkPanel(rows, times, start);
  const level = new Float64Array(times);
  for (const row of rows)
    for (let t = 0; t < times; t += 1) level[t] = (level[t] as number) + (row[t] as number) / units;
  const values = new Float64Array(units * times);
  const about = new Float64Array(units * start);
  const [before, after] = [new Float64Array(units), new Float64Array(units)];
  rows.forEach((row, unit) => {
    const own = values.subarray(unit * times, (unit + 1) * times);
    for (let t = 0; t < times; t += 1) own[t] = (row[t] as number) - (level[t] as number);
    before[unit] = meanOf(own, 0, start);
    after[unit] = meanOf(own, start, times);
    for (let t = 0; t < start; t += 1) about[unit * start + t] = (own[t] as number) - (before[unit] as number);
  });
  return {
    units,
    times,
    start,
    level,
    values,
    before,
    after,
    about,
    gram: gramOf(about, units, start),
    ...steps(rows, start),
  };
}

/** @throws InvalidArgument */
function checkPanel(rows: readonly ArrayLike<number>[], times: number, start: number): void {
  if (rows.length === 0) throw new InvalidArgument('A comparison needs at least one comparison unit.');
  if (!(Number.isInteger(start) && start >= 1 && start < times)) {
    throw new InvalidArgument(`A start at ${start} is not within ${times} times.`);
  }
  for (const row of rows) {
    if (row.length !== times) throw new InvalidArgument(`A unit has ${row.length} values for ${times} times.`);
    for (let t = 0; t < times; t += 1) {
      if (!Number.isFinite(row[t])) throw new InvalidArgument(`A value at time ${t} is ${row[t]}, not a number.`);
    }
  }
}

/** Mean of entries from one up to, and without, another. */
export function meanOf(row: ArrayLike<number>, from: number, to: number): number {
  let sum = 0;
  for (let t = from; t < to; t += 1) sum += row[t] as number;
  return sum / (to - from);
}

/** Products of all rows with all rows. */
function gramOf(rows: Float64Array, count: number, length: number): Float64Array {
  const gram = new Float64Array(count * count);
  for (let one = 0; one < count; one += 1) {
    for (let other = 0; other <= one; other += 1) {
      let sum = 0;
      for (let t = 0; t < length; t += 1)
        sum += (rows[one * length + t] as number) * (rows[other * length + t] as number);
      gram[one * count + other] = sum;
      gram[other * count + one] = sum;
    }
  }
  return gram;
}

/** First differences before the start, about the mean of all, by unit. */
function steps(rows: readonly ArrayLike<number>[], start: number): { steps: Float64Array; squaredSteps: Float64Array } {
  const sums = new Float64Array(rows.length);
  const squares = new Float64Array(rows.length);
  const drift =
    meanOf(
      rows.map((row) => (row[start - 1] as number) - (row[0] as number)),
      0,
      rows.length,
    ) /
    (start - 1);
  rows.forEach((row, unit) => {
    for (let t = 1; t < start; t += 1) {
      const step = (row[t] as number) - (row[t - 1] as number) - drift;
      sums[unit] = (sums[unit] as number) + step;
      squares[unit] = (squares[unit] as number) + step * step;
    }
  });
  return { steps: sums, squaredSteps: squares };
}

/**
 * σ̂, the standard deviation of first differences of donors before the start; 0 where there are not two.
 * @source Arkhangelsky, Athey, Hirshberg, Imbens and Wager (2021), doi:10.1257/aer.20190159
 */
export function noiseOf({ start, steps: sums, squaredSteps }: PreparedPanel, donors: ArrayLike<number>): number {
  const count = donors.length * (start - 1);
  if (count < 2) return 0;
  let [sum, squares] = [0, 0];
  for (let at = 0; at < donors.length; at += 1) {
    sum += sums[donors[at] as number] as number;
    squares += squaredSteps[donors[at] as number] as number;
  }
  return Math.sqrt(Math.max(0, squares - (sum * sum) / count) / (count - 1));
}
