import { gapSentence, type OptimalPlan } from '../../../allocation/index.ts';
import { countWords } from '../../../ui/count-words.ts';
import { sayOfficers } from '../../say-officers.ts';
import { saySergeants } from '../../say-sergeants.ts';

/** The plan in one sentence or two: officers, PCSOs and sergeants, and how sure it is that none is better. */
export function PlanAnswer({ plan }: { plan: OptimalPlan }) {
  const { sergeants, wards, review } = plan;
  return (
    <>
      <p class="w-answer">
        <b>
          {sayOfficers(plan.officers)}
          {sergeants.length === 0 ? '' : `, led by ${countWords(sergeants.length, 'sergeant')},`}
        </b>{' '}
        for {countWords(wards.length, 'ward')}.{sergeants.length === 0 ? '' : ` ${saySergeants(plan)}`}
      </p>
      {review === null && sergeants.length === 0 ? null : (
        <p class="w-body">
          {[
            ...(review === null ? [] : [`Under the side rules of “${review}”.`]),
            ...gapSentence(plan, null),
            ...plan.remarks,
          ].join(' ')}{' '}
          {review === null ? null : (
            <a class="govuk-link" href="#rules">
              What each rule costs
            </a>
          )}
        </p>
      )}
    </>
  );
}
