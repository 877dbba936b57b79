import type { OptimalPlan } from '../../../allocation/index.ts';
import { andList } from '../../../ui/and-list.ts';
import { countWords } from '../../../ui/count-words.ts';
import { longDate } from '../../../ui/long-date.ts';
import { sayOfficers } from '../../say-officers.ts';
import { planNumbers } from './plan-numbers.ts';

/** The method in four sentences, with this plan's numbers, and the rules behind them with their sources. */
export function HowItWorks({ plan }: { plan: OptimalPlan }) {
  const { extra, atCeiling } = planNumbers(plan);
  const { floors, ceilings } = plan.limits;
  return (
    <>
      <h2 class="w-h2">How it works</h2>
      <ol class="w-body-list">
        <li>
          Every ward gets <b>{sayOfficers(floors)}</b>. Nothing can take those away.
        </li>
        <li>
          {extra.dwo === 0 ? (
            'No officers are left to hand out above that.'
          ) : (
            <>
              The other <b>{countWords(extra.dwo, 'officer')}</b> {extra.dwo === 1 ? 'is' : 'are'} handed out one by
              one. Each goes to the ward with the most demand for each officer, counted between the officers it has by
              then and one more.
            </>
          )}
          {extra.pcso > 0 ? ` So are the other ${countWords(extra.pcso, 'PCSO')}.` : ''}
        </li>
        {ceilings.dwo === null ? null : (
          <li>
            No ward may have more than <b>{ceilings.dwo}</b>. {ceilingSentence(atCeiling, ceilings.dwo)}
          </li>
        )}
        <li>So every officer has a turn and a reason, and a bigger budget never takes an officer from a ward.</li>
      </ol>
      <details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">The rules, and where they come from</span>
        </summary>
        <div class="govuk-details__text">
          <ul class="govuk-list">
            {plan.rules.map(({ name, sentence, source, from }) => (
              <li key={name}>
                {sentence}{' '}
                <span class="w-small">
                  {source}
                  {from === null ? '' : `, since ${longDate(from)}`}
                </span>
              </li>
            ))}
          </ul>
        </div>
      </details>
    </>
  );
}

function ceilingSentence(atCeiling: { name: string; quota: number }[], ceiling: number): string {
  const held = atCeiling.filter(({ quota }) => quota > ceiling);
  const [only] = held;
  if (atCeiling.length === 0) return 'None has reached it.';
  const reached = `${andList(atCeiling.map(({ name }) => name))} ${atCeiling.length === 1 ? 'has' : 'have'} reached it`;
  return only !== undefined && atCeiling.length === 1
    ? `${reached}; its demand alone would call for ${only.quota.toFixed(1)}.`
    : `${reached}.`;
}
