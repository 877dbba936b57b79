import type { OptimalPlan } from '../../../allocation/index.ts';
import { andList } from '../../../ui/and-list.ts';
import { countWords } from '../../../ui/count-words.ts';
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
          {plan.decidedBy === 'solver' ? (
            <ByRules plan={plan} extra={extra.dwo} />
          ) : extra.dwo === 0 ? (
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
        {plan.sergeants.length === 0 ? null : (
          <li>
            A High or Medium ward has a sergeant of its own. Two Standard wards that touch share one, chosen so that the
            most loaded has as little as can be.
          </li>
        )}
        <li>
          {plan.decidedBy === 'solver'
            ? 'So every officer has a reason, and every rule its price.'
            : 'So every officer has a turn and a reason, and a bigger budget never takes an officer from a ward.'}
        </li>
      </ol>
      <p class="w-body">
        <a class="govuk-link" href="#rules">
          The rules, and where they come from
        </a>
      </p>
    </>
  );
}

function ByRules({ plan, extra }: { plan: OptimalPlan; extra: number }) {
  return (
    <>
      The other <b>{countWords(extra, 'officer')}</b> {extra === 1 ? 'goes' : 'go'} where demand for each officer comes
      out lowest, in every way that keeps the side rules of “{plan.review}”.
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
