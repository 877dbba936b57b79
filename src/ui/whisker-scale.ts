/** A range of ratios, such as 0.86 to 1.03; the upper end is null where it is without limit. */
export type RatioRange = readonly [number, number | null];

/** The scale that the whiskers of one table share: change in per cent, none marked. */
export interface WhiskerScale {
  /** Pixels. */
  width: number;
  /** Change at the outermost lines, in per cent: 20 for lines at −20 % and +20 %. */
  outermost: number;
  /** Pixels of a change in per cent. */
  x: (percent: number) => number;
  /** Lines across every row; the outermost two and none are labelled. */
  lines: { percent: number; x: number; label: string | null }[];
}

/** A whisker as it is drawn; an end beyond the scale is drawn as an arrow at its edge. */
export interface Whisker {
  from: number;
  to: number;
  dot: number;
  openLeft: boolean;
  openRight: boolean;
}

/** Outermost lines a scale may have, in per cent. */
const OUTERMOST = [10, 20, 40, 60, 80, 100, 200];
/** How far the scale goes on beyond its outermost lines, so that their labels have room. */
const BEYOND = 1.5;
/** Pixels kept free at each edge. */
const EDGE = 6;

/** A ratio as a change in per cent: 0.86 is −14. */
export const asChange = (ratio: number): number => (ratio - 1) * 100;

/**
 * The scale on which all ranges of a table are drawn: the narrowest that shows every end, up to a tripling.
 * @param ranges ratios, 1 for none; null for a row without a whisker
 * @param width  pixels
 */
export function whiskerScale(ranges: readonly (RatioRange | null)[], width: number): WhiskerScale {
  const ends = ranges.flatMap((range) => range ?? []).filter((end) => end !== null);
  const furthest = Math.max(0, ...ends.map((end) => Math.abs(asChange(end))));
  const outermost = OUTERMOST.find((each) => each * BEYOND >= furthest) ?? OUTERMOST.at(-1) ?? 100;
  const half = width / 2 - EDGE;
  const x = (percent: number) => width / 2 + (percent / (outermost * BEYOND)) * half;
  const lines = [-outermost, -outermost / 2, 0, outermost / 2, outermost].map((percent) => ({
    ...{ percent, x: x(percent) },
    label: percent === 0 ? '0' : Math.abs(percent) === outermost ? signed(percent) : null,
  }));
  return { width, outermost, x, lines };
}

/** Where the whisker of a row goes. */
export function placeWhisker({ width, x }: WhiskerScale, [lower, upper]: RatioRange, ratio: number): Whisker {
  const [left, right] = [EDGE, width - EDGE];
  const within = (pixels: number) => Math.min(right, Math.max(left, pixels));
  const [from, to] = [x(asChange(lower)), upper === null ? Number.POSITIVE_INFINITY : x(asChange(upper))];
  return {
    ...{ from: within(from), to: within(to), dot: within(x(asChange(ratio))) },
    ...{ openLeft: from < left - 0.5, openRight: to > right + 0.5 },
  };
}

const signed = (percent: number): string => `${percent < 0 ? '−' : '+'}${Math.abs(percent)}%`;
