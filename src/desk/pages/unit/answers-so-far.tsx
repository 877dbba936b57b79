import { FourQuestions, type QuestionSummary } from '../../../ui/four-questions.tsx';
import { allocationAddress } from '../../page-address.ts';
import { officersPlusPcsos } from '../../say-officers.ts';
import type { UnitPageModel } from '../../view-models.ts';

/** The four questions: the first from the plan in force; of the others, only that nothing is recorded yet. */
export function AnswersSoFar(model: UnitPageModel) {
  return (
    <FourQuestions
      summaries={{
        1: howMany(model),
        2: { text: 'Not recorded yet: Wardroom does not hold officers’ hours.' },
        3: { text: 'Not recorded yet: Wardroom does not hold ward priorities or what was done about them.' },
        4: { text: 'Not judged yet: each ward’s page shows what was recorded, month by month, and no more.' },
      }}
    />
  );
}

function howMany(model: UnitPageModel): QuestionSummary {
  const href = allocationAddress(model);
  if (model.plan === null) return { text: 'Not decided yet: no plan is in force on this day.', href };
  const { plan } = model.plan;
  const { floors } = plan.limits;
  const most = Math.max(...plan.wards.map(({ dwo }) => dwo));
  const withMost = plan.wards.filter(({ dwo }) => dwo === most);
  const [only] = withMost;
  const who =
    withMost.length === 1 && only !== undefined
      ? `${only.name} has the most, ${most}.`
      : `${withMost.length} wards have the most, ${most}.`;
  return {
    figure: officersPlusPcsos(plan.officers),
    text: `${plan.officers.dwo} dedicated ward officers and ${plan.officers.pcso} PCSOs. Every ward has at least ${floors.dwo} and ${floors.pcso}. ${who}`,
    href,
    synthetic: plan.synthetic,
  };
}
