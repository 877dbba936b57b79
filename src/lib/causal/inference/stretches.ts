/** From low to high, both included; infinite where it has no end. */
export type Stretch = readonly [number, number];

/** square·c² + linear·c + constant. */
export interface Quadratic {
  square: number;
  linear: number;
  constant: number;
}

/** Discriminants below zero by no more than this share of their parts are rounding. */
const ROUNDING = 1e-14;

/** Where a quadratic is at least zero: none, one or two stretches, in order. */
export function whereNotBelowZero({ square, linear, constant }: Quadratic): Stretch[] {
  if (square === 0) return whereLineNotBelowZero(linear, constant);
  const parts = linear ** 2 + Math.abs(4 * square * constant);
  const discriminant = linear ** 2 - 4 * square * constant;
  if (discriminant < -ROUNDING * parts) return square > 0 ? [[-Infinity, Infinity]] : [];
  // The root in which nothing cancels, and the other by the product of the two.
  const larger = -(linear + (linear < 0 ? -1 : 1) * Math.sqrt(Math.max(0, discriminant))) / 2;
  const [one, other] = larger === 0 ? [0, 0] : [larger / square, constant / larger];
  const [low, high] = [Math.min(one, other), Math.max(one, other)];
  if (square < 0) return [[low, high]];
  return [
    [-Infinity, low],
    [high, Infinity],
  ];
}

function whereLineNotBelowZero(linear: number, constant: number): Stretch[] {
  if (linear === 0) return constant >= 0 ? [[-Infinity, Infinity]] : [];
  const root = -constant / linear;
  return [linear > 0 ? [root, Infinity] : [-Infinity, root]];
}

/**
 * Where at least so many of several sets meet.
 * @param sets each of stretches that do not meet one another
 * @param least ≥ 1
 * @returns stretches in order, with gaps between them
 */
export function whereMeet(sets: readonly (readonly Stretch[])[], least: number): Stretch[] {
  const ends = sets.flat().flatMap(([low, high]) => [
    { at: low, by: 1 },
    { at: high, by: -1 },
  ]);
  // Ends belong to their stretch: at one point what begins is counted before what ends.
  ends.sort((a, b) => (a.at === b.at ? b.by - a.by : a.at - b.at));
  const found: Stretch[] = [];
  let meeting = 0;
  let begun = 0;
  for (const { at, by } of ends) {
    if (by > 0 && meeting === least - 1) begun = at;
    if (by < 0 && meeting === least) found.push([begun, at]);
    meeting += by;
  }
  return joined(found);
}

/** Stretches of which one begins where the last ended are one. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const whole: Stretch[] = [];
  for (const [low, high] of stretches) {
    const last = whole.at(-1);
    if (last && low <= last[1]) whole[whole.length - 1] = [last[0], high];
    else whole.push([low, high]);
  }
  return whole;
}
