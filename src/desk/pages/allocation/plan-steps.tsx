import { longDate } from '../../../ui/long-date.ts';
import type { PlanOnRecord } from '../../plan-on-record.ts';

/** What happened to a plan, by whom and when; that one person approved their own, where they did. */
export function PlanSteps({ plan }: { plan: PlanOnRecord }) {
  return (
    <>
      <ul class="w-body-list">
        {plan.steps.map(({ what, by, on }) => (
          <li key={what}>
            {what} on {longDate(on)}
            {by === null ? '' : ` by ${by}`}
            {what === 'Withdrawn' && plan.reason !== null ? `: ${plan.reason}` : ''}
          </li>
        ))}
      </ul>
      {plan.alone ? <p class="w-body">Approved by the same person, because nobody else could.</p> : null}
    </>
  );
}
