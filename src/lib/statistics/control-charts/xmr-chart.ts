import { InvalidArgument } from '../../invalid-argument.ts';
import { markSpecialCauses } from './mark-special-causes.ts';
import type { ImprovementDirection, JudgedPoint, Limits, Mark } from './model.ts';
import { pointType } from './point-type.ts';
import { xmrLimits } from './xmr-limits.ts';

export interface XmrOptions {
  /** Leaves moving ranges above 3.267 times their mean out of the limits; true unless said. */
  screenOutliers?: boolean;
  /** Indexes of points at which the process is known to have changed: each begins with limits of its own. */
  stepsAt?: readonly number[];
  /** After how many points of each stretch its limits are held; null or left out: of all its points. */
  holdAfter?: number | null;
  /** 0 unless said. */
  improvement?: ImprovementDirection;
}

/**
 * A chart of single values with moving-range limits (XmR) and the special-cause rules of the NHS "Making data count"
 * programme. The rules never look across a step change or a missing value.
 * @param values in time order, null where there is none
 * @returns one point a value
 * @throws InvalidArgument when a stretch has no value to take limits from
 * @example
 * xmrChart([12, 14, 11, 13, 40]).map(({ mark }) => mark?.cause); // [undefined, …, 'outside limits' or undefined]
 */
export function xmrChart(values: readonly (number | null)[], options: XmrOptions = {}): JudgedPoint[] {
  const { screenOutliers = true, stepsAt = [], holdAfter = null, improvement = 0 } = options;
  if (holdAfter !== null && holdAfter < 1) throw new InvalidArgument('Limits are held after at least one point.');
  const starts = [...new Set([0, ...stepsAt])].filter((at) => at >= 0 && at < values.length).sort((a, b) => a - b);
  return starts.flatMap((start, turn) => {
    const stretch = values.slice(start, starts[turn + 1] ?? values.length);
    const limits = xmrLimits(stretch.slice(0, holdAfter ?? stretch.length), screenOutliers);
    return judgeStretch(stretch, new Array<Limits>(stretch.length).fill(limits), improvement);
  });
}

/** Judges the values of a stretch, each by its own lines, of the same number; a missing value ends every run. */
export function judgeStretch(
  values: readonly (number | null)[],
  limitsAt: readonly Limits[],
  improvement: ImprovementDirection,
): JudgedPoint[] {
  const marks: (Mark | null)[] = new Array(values.length).fill(null);
  for (let from = 0; from < values.length; ) {
    const neighbours: number[] = [];
    for (let value = values[from] ?? null; value !== null; value = values[from + neighbours.length] ?? null) {
      neighbours.push(value);
    }
    const found = markSpecialCauses(neighbours, limitsAt.slice(from, from + neighbours.length));
    for (const [at, mark] of found.entries()) marks[from + at] = mark;
    from += neighbours.length + 1;
  }
  return values.map((value, at) => {
    const mark = marks[at] ?? null;
    return { value, limits: limitsAt[at] as Limits, mark, type: pointType(mark, improvement) };
  });
}
