import { marginsReckoned, type OptimalPlan, type PlannedWard, sayHowSure } from '../../../allocation/index.ts';
import { Answer } from '../../../ui/answer.tsx';
import { longDate } from '../../../ui/long-date.ts';
import { ordinalWord } from '../../../ui/number-word.ts';
import { percent } from '../../../ui/percent.ts';
import { QuestionHeading } from '../../../ui/question-heading.tsx';
import { SyntheticMark } from '../../../ui/synthetic-mark.tsx';
import { compareWithAverage } from '../../compare-with-average.ts';
import { allocationAddress, answerAddress } from '../../page-address.ts';
import { placeInLine, sayGain, sayLoss } from '../../say-margin.ts';
import { sayOfficers } from '../../say-officers.ts';
import { sayTurn } from '../../say-turn.ts';
import { sayWeightsUsed } from '../../say-weights-used.ts';
import type { WardPageModel } from '../../view-models.ts';
import { DemandMadeOf } from './demand-made-of.tsx';
import { EndOfQueue } from './end-of-queue.tsx';
import { ItsSergeant } from './its-sergeant.tsx';
import { ReasonForEach } from './reason-for-each.tsx';

/** The first question: the number, what earned it, how near it was to another, and the reason for each officer. */
export function HowManyOfficers(model: WardPageModel) {
  const planned = model.plan?.plan.wards.find(({ code }) => code === model.ward.code);
  return (
    <section class="w-section" aria-labelledby="q1">
      <QuestionHeading number={1} />
      {model.plan === null || planned === undefined ? (
        <NoPlanInForce {...model} />
      ) : (
        <InForce model={model} plan={model.plan.plan} from={model.plan.from} planned={planned} />
      )}
    </section>
  );
}

function NoPlanInForce(model: WardPageModel) {
  return (
    <Answer figure="No number yet.">
      No plan is in force on {longDate(model.asAt)}.{' '}
      <a class="govuk-link" href={allocationAddress(model)}>
        Work out a plan and adopt it
      </a>{' '}
      to answer this.
    </Answer>
  );
}

interface InForceProps {
  model: WardPageModel;
  plan: OptimalPlan;
  from: string;
  planned: PlannedWard;
}

function InForce({ model, plan, from, planned }: InForceProps) {
  const average = 1 / plan.wards.length;
  const { floors } = plan.limits;
  const weightsUsed = sayWeightsUsed(plan);
  return (
    <>
      <Answer figure={`${sayOfficers(planned)}.`} synthetic={plan.synthetic}>
        Every ward has at least {floors.dwo} and {floors.pcso}. This ward has {percent(planned.demandShare)} of{' '}
        {plan.unit}’s demand, {compareWithAverage(planned.demandShare, average)} an average ward’s {percent(average)},
        and that earned it {sayTurn(plan, planned)}.
      </Answer>
      <ItsSergeant plan={plan} code={planned.code} />
      {weightsUsed === null ? null : <p class="w-body">{weightsUsed}</p>}
      <div class="w-cols w-cols--half">
        {marginsReckoned(plan) ? <HowNear plan={plan} planned={planned} /> : null}
        <div>
          <DemandMadeOf plan={plan} planned={planned} />
        </div>
      </div>
      <HowSure model={model} plan={plan} planned={planned} />
      <ReasonForEach planned={planned} synthetic={plan.synthetic} />
      <p class="w-note">
        The plan is in force since {longDate(from)}. The rules, the weights and every turn are on the{' '}
        <a class="govuk-link" href={allocationAddress(model)}>
          allocation page
        </a>
        . {plan.synthetic ? <SyntheticMark /> : null}
      </p>
    </>
  );
}

/** How often other weightings give the same number, where the decision kept that, and the way to the ward's answer. */
function HowSure({ model, plan, planned }: Pick<InForceProps, 'model' | 'plan' | 'planned'>) {
  const decision = model.plan?.decision ?? null;
  const { stability, stabilityWithin } = decision ?? { stability: null, stabilityWithin: null };
  return (
    <p class="w-body">
      {stability === null ? null : sayHowSure(plan, planned, { kind: 'reckoned', stability }, stabilityWithin)}{' '}
      <a class="govuk-link" href={answerAddress(planned.code, model)}>
        All of this in one paragraph to read out, with how sure it is and who was asked
      </a>
    </p>
  );
}

/** Where the officers ran out, and what would have given the ward one more or one fewer: only the hand-out can tell. */
function HowNear({ plan, planned }: Pick<InForceProps, 'plan' | 'planned'>) {
  const place = placeInLine(plan, planned.code);
  return (
    <div>
      <EndOfQueue plan={plan} code={planned.code} />
      <p class="w-body">
        {place === null ? null : (
          <>
            It is <b>{place === 1 ? 'next' : ordinalWord(place)} in line for the next officer</b>.{' '}
          </>
        )}
        {sayGain(plan, planned)} {sayLoss(planned)}
      </p>
    </div>
  );
}
