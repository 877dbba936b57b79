import type { PlanOptions } from './model.ts';

/** Whether a plan is asked for that more than the hand-out decides: side rules, or sergeants. */
export const asksForMore = ({ rules, sergeants }: Pick<PlanOptions, 'rules' | 'sergeants'>): boolean =>
  rules !== undefined || sergeants !== undefined;

/** How long the solver may take for a full plan unless somebody says otherwise. */
export const TIME_LIMIT_SECONDS = 30;
