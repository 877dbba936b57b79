import type { OptimalPlan } from '../../allocation/index.ts';
import { Button } from '../../ui/button.tsx';
import { countWords } from '../../ui/count-words.ts';
import { Form } from '../../ui/form.tsx';
import { Page } from '../../ui/layout.tsx';
import { longDate } from '../../ui/long-date.ts';
import { SyntheticMark } from '../../ui/synthetic-mark.tsx';
import { sayOfficers } from '../say-officers.ts';
import { WhatPlanAdds } from './allocation/what-plan-adds.tsx';

export interface ProposePageModel {
  unit: { name: string; boroughs: string[] };
  plan: OptimalPlan;
  /** Form fields that make the plan again. */
  fields: [name: string, value: string][];
  /** Address parameters that lead back to the plan. */
  back: string;
  /** Tells this plan, with all it was made from, from any other. */
  digest: string;
  /** The plan now in force; null when there is none. */
  inForce: { from: string; dwo: number; pcso: number } | null;
}

/** Asks once more before a plan is proposed. */
export function ProposePage({ unit, plan, fields, back, digest, inForce }: ProposePageModel) {
  return (
    <Page
      title="Propose this plan"
      active="/allocation"
      unit={unit}
      synthetic={plan.synthetic}
      breadcrumbs={[{ text: unit.name, href: '/' }, { text: 'Allocation', href: '/allocation' }, { text: 'Propose' }]}
    >
      <h1 class="w-title">Propose this plan?</h1>
      <p class="w-answer">
        <b>{sayOfficers(plan.officers)}</b> for {countWords(plan.wards.length, 'ward')}, in force from{' '}
        {longDate(plan.asAt)}. {plan.synthetic ? <SyntheticMark /> : null}
      </p>
      <WhatPlanAdds plan={plan} />
      <p class="w-body">
        {inForce === null
          ? 'No plan is in force now.'
          : `It would take the place of the plan in force since ${longDate(inForce.from)}, with ${sayOfficers(inForce)}. That one stays on record.`}{' '}
        Weights: {plan.weights.name}, version {plan.weights.version}.
      </p>
      <p class="w-body">
        Somebody else approves it before anybody outside sees it. Until then nothing changes for readers.
      </p>
      <Form action="/allocation/propose">
        {fields.map(([name, value], place) => (
          <input key={place} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="digest" value={digest} />
        <div class="govuk-button-group">
          <Button text="Propose" preventDoubleClick />
          <a class="govuk-link" href={`/allocation?${back}`}>
            Back to the plan
          </a>
        </div>
      </Form>
    </Page>
  );
}
