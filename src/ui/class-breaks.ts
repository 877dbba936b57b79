/** Step of the map's ramp, light to dark. */
export type Step = 1 | 2 | 3 | 4 | 5 | 6;

/** One class of a map: every value from `from` to `to`, both included. */
export interface ValueClass {
  step: Step;
  from: number;
  to: number;
  /** How many of the values fall in it. */
  count: number;
}

const STEPS: readonly Step[] = [1, 2, 3, 4, 5, 6];

/** Ramp steps for a number of classes, spread so that the darkest class is always the darkest step. */
function stepsFor(classes: number): Step[] {
  return Array.from({ length: classes }, (_, index) => {
    const position = classes === 1 ? 2 : Math.round((index * (STEPS.length - 1)) / (classes - 1));
    return STEPS[position] ?? 1;
  });
}

function countWithin(values: readonly number[], from: number, to: number): number {
  return values.filter((value) => value >= from && value <= to).length;
}

/**
 * Classes for whole numbers such as officers: one class a number while six are enough, else equal runs of numbers.
 * @param values whole numbers, one a ward
 * @returns classes from least to most, none when there are no values; a number nobody has still gets its class
 */
export function wholeNumberClasses(values: readonly number[]): ValueClass[] {
  if (values.length === 0) return [];
  const least = Math.min(...values);
  const run = Math.ceil((Math.max(...values) - least + 1) / STEPS.length);
  const classes = Math.ceil((Math.max(...values) - least + 1) / run);
  return stepsFor(classes).map((step, index) => {
    const from = least + index * run;
    const to = from + run - 1;
    return { step, from, to, count: countWithin(values, from, to) };
  });
}

/**
 * Classes that hold about as many values each. Equal values always share a class, so there may be fewer than asked for.
 * @param values one a ward, in any unit
 * @param wanted most classes, from 1 to 6
 * @returns classes from least to most; each begins and ends at a value that occurs
 */
export function quantileClasses(values: readonly number[], wanted: Step = 5): ValueClass[] {
  const sorted = values.toSorted((a, b) => a - b);
  const starts = new Set<number>();
  for (let index = 0; index < wanted; index++) {
    const value = sorted[Math.floor((index * sorted.length) / wanted)];
    if (value !== undefined) starts.add(value);
  }
  const from = [...starts];
  return stepsFor(from.length).flatMap((step, index) => {
    const start = from[index];
    const next = from[index + 1] ?? Number.POSITIVE_INFINITY;
    const within = sorted.filter((value) => start !== undefined && value >= start && value < next);
    const end = within.at(-1);
    return start === undefined || end === undefined ? [] : [{ step, from: start, to: end, count: within.length }];
  });
}

/** The class a value falls in; undefined for a value that no class holds. */
export function classOf(classes: readonly ValueClass[], value: number): ValueClass | undefined {
  return classes.find(({ from, to }) => value >= from && value <= to);
}
