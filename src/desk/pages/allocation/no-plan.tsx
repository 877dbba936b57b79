import type { InfeasiblePlan } from '../../../allocation/index.ts';
import type { NoDemand } from '../../../demand/index.ts';

/** Says that there is no plan for these numbers, which rules stand in the way, and what to change. */
export function NoPlan({ plan }: { plan: InfeasiblePlan | NoDemand }) {
  if (plan.kind === 'infeasible')
    return (
      <div class="w-panel w-panel--warn" id="no-plan">
        <p class="w-answer">
          <b>No plan.</b> {plan.because.map(({ sentence }) => sentence.replace(/^No plan[.] /, '')).join(' ')}
        </p>
        <p class="w-body">An answer, not a fault: the rules and the numbers below cannot both hold.</p>
      </div>
    );
  return (
    <div class="w-panel w-panel--warn" id="no-plan">
      <p class="w-answer">
        <b>No plan.</b> No part of demand has figures for these wards and months.
      </p>
      <ul class="w-body-list">
        {plan.missing.map(({ component, reason }) => (
          <li key={component}>{reason}</li>
        ))}
      </ul>
      <p class="w-body">
        <a class="govuk-link" href="/import">
          Import files
        </a>{' '}
        or give weight to other parts.
      </p>
    </div>
  );
}
