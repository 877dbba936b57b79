import type { ImprovementDirection, JudgedPoint, Limits } from './model.ts';

/** What the last point says of the variation, by the names of the NHS icons. */
export type VariationIcon =
  | 'common cause variation'
  | 'special cause improvement, high'
  | 'special cause improvement, low'
  | 'special cause concern, high'
  | 'special cause concern, low'
  | 'special cause, neither better nor worse, high'
  | 'special cause, neither better nor worse, low';

/** Whether a target will be met by ordinary variation. */
export type AssuranceIcon =
  | 'consistently hits the target'
  | 'consistently misses the target'
  | 'hits and misses the target';

/** The variation icon of a chart: what its last point is part of. A point without a value says nothing out of the ordinary. */
export function variationIcon(last: Pick<JudgedPoint, 'mark' | 'type'>): VariationIcon {
  const { mark, type } = last;
  if (mark === null || type === 'common cause') return 'common cause variation';
  const way = mark.way === 'up' ? 'high' : 'low';
  if (type === 'improvement') return `special cause improvement, ${way}`;
  return type === 'concern' ? `special cause concern, ${way}` : `special cause, neither better nor worse, ${way}`;
}

/** The assurance icon: where the target lies by the last limits. Null without a target, or where neither way is better. */
export function assuranceIcon(
  limits: Pick<Limits, 'lower' | 'upper'>,
  target: number | null,
  improvement: ImprovementDirection,
): AssuranceIcon | null {
  if (target === null || improvement === 0) return null;
  if (target <= limits.upper && target >= limits.lower) return 'hits and misses the target';
  return target > limits.upper === (improvement === 1)
    ? 'consistently misses the target'
    : 'consistently hits the target';
}
