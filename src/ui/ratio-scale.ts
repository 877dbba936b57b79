/** A range of ratios; the upper end is null where it is without limit. */
export type RatioRange = readonly [number, number | null];

/** A scale of ratios on which twice as often lies as far from equal as half as often. */
export interface RatioScale {
  /** Pixels of a ratio; those beyond the ends stand at the edge. */
  x: (ratio: number) => number;
  /** Ratios that have a line, with their labels. */
  lines: { ratio: number; x: number; label: string }[];
  left: number;
  right: number;
}

const LINES = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50];

/**
 * The narrowest scale between two lines that shows every end and an equal rate.
 * @param left, right pixels of its ends
 */
export function ratioScale(ranges: readonly RatioRange[], left: number, right: number): RatioScale {
  const ends = ranges.flatMap((range) => range.filter((end) => end !== null && end > 0)).map(Number);
  const [least, most] = [Math.min(0.999, ...ends), Math.max(1.001, ...ends)];
  const from = LINES.findLast((line) => line <= least) ?? LINES[0] ?? 0.1;
  const to = LINES.find((line) => line >= most) ?? LINES.at(-1) ?? 50;
  const span = Math.log(to / from);
  const x = (ratio: number): number => {
    const within = Math.min(to, Math.max(from, ratio));
    return left + (Math.log(within / from) / span) * (right - left);
  };
  const lines = LINES.filter((line) => line >= from && line <= to).map((ratio) => ({
    ratio,
    x: x(ratio),
    label: `${ratio}`,
  }));
  return { x, lines, left, right };
}
