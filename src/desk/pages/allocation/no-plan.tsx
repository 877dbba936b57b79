import type { InfeasiblePlan } from '../../../allocation/index.ts';
import type { PlanShown } from '../../plan-shown.ts';
import { fieldOfRule } from '../../review-fields.ts';

/** Says that there is no plan, and why: which rules stand in the way and what to change, what is missing, or no time. */
export function NoPlan({ plan }: { plan: Exclude<PlanShown, { kind: 'optimal' }> }) {
  return (
    <div class="w-panel w-panel--warn" id="no-plan">
      {plan.kind === 'infeasible' ? <Infeasible plan={plan} /> : null}
      {plan.kind === 'busy' ? (
        <p class="w-answer">
          <b>Not yet.</b> Other plans are being worked out: load this page again in half a minute.
        </p>
      ) : null}
      {plan.kind === 'no answer in time' ? (
        <p class="w-answer">
          <b>No answer in time.</b> There may be a plan: loosen a side rule or leave one out, and show the plan again.
        </p>
      ) : null}
      {plan.kind === 'no demand' ? <NoFigures missing={plan.missing} /> : null}
    </div>
  );
}

/** How the sentence begins that names rules which exclude each other. */
const TOGETHER = 'No plan keeps';

function Infeasible({ plan }: { plan: InfeasiblePlan }) {
  const said = plan.because.map(({ sentence }) => sentence).join(' ');
  const rules = [...new Set(plan.because.map(({ rule }) => rule))];
  return (
    <>
      <p class="w-answer">
        <b>No plan{said.startsWith(TOGETHER) ? '' : '.'}</b> {said.replace(/^No plan[.]? /, '')}
      </p>
      <p class="w-body">An answer, not a fault: the rules and the numbers below cannot both hold.</p>
      <p class="w-body">
        To change:{' '}
        {rules.map((rule, place) => (
          <span key={rule}>
            {place === 0 ? '' : ', '}
            <a class="govuk-link" href={`#${fieldOfRule(rule) ?? 'try'}`}>
              {rule.replaceAll('-', ' ')}
            </a>
          </span>
        ))}
        .
      </p>
    </>
  );
}

function NoFigures({ missing }: { missing: readonly { component: string; reason: string }[] }) {
  return (
    <>
      <p class="w-answer">
        <b>No plan.</b> No part of demand has figures for these wards and months.
      </p>
      <ul class="w-body-list">
        {missing.map(({ component, reason }) => (
          <li key={component}>{reason}</li>
        ))}
      </ul>
      <p class="w-body">
        <a class="govuk-link" href="/import">
          Import files
        </a>{' '}
        or give weight to other parts.
      </p>
    </>
  );
}
