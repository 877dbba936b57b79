/** The lines that a simulated chart is judged by. */
export interface JudgingLines {
  centre: number;
  /** Distance from the centre to either limit. */
  reach: number;
}

/**
 * The first point from which a chart would have a mark among the points judged: `markSpecialCauses` asked for nothing but
 * whether there is any, without keeping what it found. Simulations ask it some thousand times.
 * @param values a chart's points; those before `from` may be part of a run that reaches into the points judged
 * @param from first point judged
 * @returns index at which the first run with a judged point in it ends; the number of values where nothing is marked
 */
export function firstMark(values: Float64Array, from: number, lines: JudgingLines): number {
  const outside = firstOutside(values, from, values.length, lines);
  const shift = firstShift(values, from, outside, lines.centre);
  const trend = firstTrend(values, from, shift);
  return firstTwoOfThree(values, from, trend, lines);
}

function firstOutside(values: Float64Array, from: number, until: number, { centre, reach }: JudgingLines): number {
  for (let at = from; at < until; at += 1) if (Math.abs((values[at] as number) - centre) > reach) return at;
  return until;
}

function firstShift(values: Float64Array, from: number, until: number, centre: number): number {
  let side = 0;
  let run = 0;
  for (let at = Math.max(0, from - 6); at < until; at += 1) {
    const now = Math.sign((values[at] as number) - centre);
    run = now === 0 ? 0 : now === side ? run + 1 : 1;
    side = now;
    if (run >= 7 && at >= from) return at;
  }
  return until;
}

function firstTrend(values: Float64Array, from: number, until: number): number {
  let step = 0;
  let run = 1;
  for (let at = Math.max(1, from - 5); at < until; at += 1) {
    const now = Math.sign((values[at] as number) - (values[at - 1] as number));
    run = now === 0 ? 1 : now === step ? run + 1 : 2;
    step = now;
    if (run >= 7 && at >= from) return at;
  }
  return until;
}

function firstTwoOfThree(values: Float64Array, from: number, until: number, { centre, reach }: JudgingLines): number {
  const near = (at: number) => {
    const distance = Math.abs((values[at] as number) - centre);
    return distance > (2 * reach) / 3 && distance <= reach ? 1 : 0;
  };
  for (let at = Math.max(2, from); at < until; at += 1) {
    const now = near(at);
    const [one, two] = [near(at - 1), near(at - 2)];
    if (now + one + two < 2) continue;
    const side = (back: number) => Math.sign((values[at - back] as number) - centre);
    // Only points near a limit are marked: where both lie before the points judged, nothing judged is.
    if (Math.abs(side(0) + side(1) + side(2)) === 3 && (now === 1 || (one === 1 && at - 1 >= from))) return at;
  }
  return until;
}
