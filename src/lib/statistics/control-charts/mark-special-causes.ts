import type { Limits, Mark } from './model.ts';

/** Points that make a shift and a trend. */
const RUN = 7;

/**
 * Marks the points that are part of something out of the ordinary, by the four rules of "Making data count": a point
 * outside the limits; a trend, seven points each higher (or each lower) than the one before; two of three neighbours beyond
 * two thirds of the way to a limit, all three on that side of the centre; a shift, seven neighbours on one side of the
 * centre. Every point of a trend and a shift is marked, and of two of three those beyond two thirds. The first rule in that
 * order that holds is named. A point on a limit is inside, one on the centre line on neither side.
 *
 * As in the reference: seven points of a trend are six steps; a point outside the limits does not count as one of the two
 * of three; and a point where a trend turns takes the direction of the step that follows it.
 * @param values neighbours in time order, without gaps
 * @param limitsAt the lines each point is judged by, of the same length
 * @returns one a value; null for a point that is part of nothing
 */
export function markSpecialCauses(values: readonly number[], limitsAt: readonly Limits[]): (Mark | null)[] {
  const sides = new Int8Array(values.length);
  const outside = new Uint8Array(values.length);
  const close = new Uint8Array(values.length);
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] as number;
    const { centre, lower, upper, lowerTwoThirds, upperTwoThirds } = limitsAt[at] as Limits;
    sides[at] = Math.sign(value - centre);
    outside[at] = value > upper || value < lower ? 1 : 0;
    close[at] = outside[at] === 0 && (value < lowerTwoThirds || value > upperTwoThirds) ? 1 : 0;
  }
  const inTrend = partOfRuns(stepRuns(values), RUN - 1);
  const inShift = partOfRuns(sideRuns(sides), RUN - 1);
  return values.map((_, at) => {
    const way = (sides[at] as number) > 0 ? 'up' : 'down';
    if (outside[at] === 1) return { cause: 'outside limits', way };
    if (inTrend[at] === 1) return { cause: 'trend', way: trendWay(values, inTrend, at) };
    if (close[at] === 1 && isOneOfTwo(close, sides, at)) return { cause: 'two of three', way };
    return inShift[at] === 1 ? { cause: 'shift', way } : null;
  });
}

/** How many points before each, itself included, lie on its side of the centre; 0 for a point on the centre. */
function sideRuns(sides: Int8Array): Int32Array {
  const runs = new Int32Array(sides.length);
  for (let at = 0; at < sides.length; at += 1) {
    if (sides[at] === 0) continue;
    runs[at] = at > 0 && sides[at] === sides[at - 1] ? (runs[at - 1] as number) + 1 : 1;
  }
  return runs;
}

/** How many points a run of steps in one direction has at each point; 1 where it has just turned or stands. */
function stepRuns(values: readonly number[]): Int32Array {
  const runs = new Int32Array(values.length).fill(1);
  let before = 0;
  for (let at = 1; at < values.length; at += 1) {
    const step = Math.sign((values[at] as number) - (values[at - 1] as number));
    if (step !== 0) runs[at] = step === before ? (runs[at - 1] as number) + 1 : 2;
    before = step;
  }
  return runs;
}

/** 1 for each point that belongs to a run of more than `least` points. */
function partOfRuns(runs: Int32Array, least: number): Uint8Array {
  const part = new Uint8Array(runs.length);
  for (let at = 0; at < runs.length; at += 1) {
    if ((runs[at] as number) > least) part.fill(1, at - least, at + 1);
  }
  return part;
}

function trendWay(values: readonly number[], inTrend: Uint8Array, at: number): 'up' | 'down' {
  const value = values[at] as number;
  const onward = inTrend[at + 1] === 1 || at === 0;
  const step = onward ? (values[at + 1] as number) - value : value - (values[at - 1] as number);
  return step > 0 ? 'up' : 'down';
}

/** Whether two of some three neighbours, this one among them, are near a limit while all three lie on one side. */
function isOneOfTwo(close: Uint8Array, sides: Int8Array, at: number): boolean {
  for (let from = Math.max(0, at - 2); from <= Math.min(at, close.length - 3); from += 1) {
    const near = (close[from] ?? 0) + (close[from + 1] ?? 0) + (close[from + 2] ?? 0);
    const side = (sides[from] ?? 0) + (sides[from + 1] ?? 0) + (sides[from + 2] ?? 0);
    if (near >= 2 && Math.abs(side) === 3) return true;
  }
  return false;
}
