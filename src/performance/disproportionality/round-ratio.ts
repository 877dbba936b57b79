import type { Interval } from './model.ts';

/**
 * A ratio as it is given out, to two decimals. The counts of small areas that stand behind it are whole numbers: a ratio
 * with all its digits could be solved for them.
 */
export function roundRatio(ratio: number | null): number | null {
  return ratio === null || !Number.isFinite(ratio) ? null : Math.round(ratio * 100) / 100;
}

/** An interval as it is given out; an end without limit is null. */
export function roundInterval([lower, upper]: readonly [number, number]): Interval {
  return [roundRatio(lower) ?? 0, roundRatio(upper)];
}
