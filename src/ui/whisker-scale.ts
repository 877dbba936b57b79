/** A range of ratios, such as 0.86 to 1.03; the upper end is null where it is without limit. */
export type RatioRange = readonly [number, number | null];

/** The scale that the whiskers of one table share, none marked. */
export interface WhiskerScale {
  /** Pixels. */
  width: number;
  /** Pixels of a ratio above 0. */
  x: (ratio: number) => number;
  /** Lines across every row; the outermost two and none are labelled. */
  lines: { ratio: number; x: number; label: string | null }[];
}

/** A whisker as it is drawn; an end beyond the scale is drawn as an arrow at its edge. */
export interface Whisker {
  from: number;
  to: number;
  dot: number;
  openLeft: boolean;
  openRight: boolean;
}

/** Outermost lines a scale may have, in per cent: fewer and more, about as far apart as ratios. */
const OUTERMOST = [
  [-10, 10],
  [-20, 20],
  [-30, 40],
  [-50, 100],
  [-67, 200],
  [-75, 300],
] as const;
/** How far the scale goes on beyond its outermost lines, so that their labels have room. */
const BEYOND = 1.6;
/** Pixels kept free at each edge. */
const EDGE = 6;

/**
 * The scale on which all ranges of a table are drawn: the narrowest that shows every end, up to a quadrupling. It is one of
 * ratios, so that half as many and twice as many are as far from none.
 * @param ranges ratios, 1 for none; null for a row without a whisker
 * @param width  pixels
 */
export function whiskerScale(ranges: readonly (RatioRange | null)[], width: number): WhiskerScale {
  const ends = ranges.flatMap((range) => range ?? []).filter((end) => end !== null);
  const furthest = Math.max(0, ...ends.map((end) => Math.abs(Math.log(end))));
  const outermost = OUTERMOST.find((each) => reachOf(each) >= furthest) ?? OUTERMOST[OUTERMOST.length - 1];
  const reach = reachOf(outermost ?? OUTERMOST[0]);
  const x = (ratio: number) => width / 2 + (Math.log(ratio) / reach) * (width / 2 - EDGE);
  const lines = (outermost ?? OUTERMOST[0]).flatMap((percent) => {
    const ratio = 1 + percent / 100;
    return [
      { ratio, label: `${percent < 0 ? '−' : '+'}${Math.abs(percent)}%` },
      { ratio: Math.sqrt(ratio), label: null },
    ];
  });
  return { width, x, lines: [...lines, { ratio: 1, label: '0' }].map((line) => ({ ...line, x: x(line.ratio) })) };
}

/** How far a scale goes to each side, as the logarithm of a ratio. */
const reachOf = ([, more]: readonly [number, number]): number => Math.log(1 + more / 100) * BEYOND;

/** Where the whisker of a row goes. */
export function placeWhisker({ width, x }: WhiskerScale, [lower, upper]: RatioRange, ratio: number): Whisker {
  const [left, right] = [EDGE, width - EDGE];
  const within = (pixels: number) => Math.min(right, Math.max(left, pixels));
  const [from, to] = [x(lower), upper === null ? Number.POSITIVE_INFINITY : x(upper)];
  return {
    ...{ from: within(from), to: within(to), dot: within(x(ratio)) },
    ...{ openLeft: from < left - 0.5, openRight: to > right + 0.5 },
  };
}
