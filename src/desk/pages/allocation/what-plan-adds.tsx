import type { OptimalPlan } from '../../../allocation/index.ts';
import { countWords } from '../../../ui/count-words.ts';
import { rulesOfPlan } from '../../rules-of-plan.ts';
import { saySergeants } from '../../say-sergeants.ts';

/** What a plan has beyond officers and PCSOs: its sergeants, and the side rules it obeys with what each costs. */
export function WhatPlanAdds({ plan }: { plan: OptimalPlan }) {
  const rules = rulesOfPlan(plan).filter(({ kind, on }) => kind === 'side' && on);
  return (
    <>
      {plan.sergeants.length === 0 ? null : (
        <p class="w-body">
          It plans {countWords(plan.sergeants.length, 'sergeant')}. {saySergeants(plan)}
        </p>
      )}
      {rules.length === 0 ? null : (
        <>
          <p class="w-body">It obeys the side rules of “{plan.review}”. What each costs:</p>
          <ul class="w-body-list">
            {rules.map(({ name, sentence, cost }) => (
              <li key={name}>
                {sentence} {cost}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
