import type { ImprovementDirection, Mark, PointType } from './model.ts';

/** Whether a mark is for the better or the worse; where neither is, whether it is high or low. */
export function pointType(mark: Mark | null, improvement: ImprovementDirection): PointType {
  if (mark === null) return 'common cause';
  if (improvement === 0) return mark.way === 'up' ? 'neutral high' : 'neutral low';
  return (mark.way === 'up') === (improvement === 1) ? 'improvement' : 'concern';
}
