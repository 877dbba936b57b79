import type { OptimalPlan } from '../../../allocation/index.ts';
import { monthName } from '../../../lib/calendar/month.ts';
import { sayHere, wholeShares } from '../../../ringfence/index.ts';
import { andList } from '../../../ui/and-list.ts';
import { FourQuestions, type QuestionSummary } from '../../../ui/four-questions.tsx';
import { allocationAddress, PERFORMANCE } from '../../page-address.ts';
import { officersPlusPcsos } from '../../say-officers.ts';
import { sayWeightsUsed } from '../../say-weights-used.ts';
import type { UnitPageModel } from '../../view-models.ts';

/** The four questions: the first from the plan in force, the fourth on pages of its own; of the others, only that nothing is recorded yet. */
export function AnswersSoFar(model: UnitPageModel) {
  return (
    <FourQuestions
      summaries={{
        1: howMany(model),
        2: wereTheyHere(model),
        3: { text: 'Not recorded yet: Wardroom does not hold ward priorities or what was done about them.' },
        4: {
          text: 'What changed in a year, and what chance alone would explain, measure by measure.',
          href: PERFORMANCE,
        },
      }}
    />
  );
}

function wereTheyHere({ here: { report, before } }: UnitPageModel): QuestionSummary {
  const href = '/ringfence';
  const shares = report === null ? null : wholeShares(report.total);
  if (report !== null && shares !== null)
    return {
      figure: `${100 - shares.away}%`,
      text: `of officers’ hours in ${monthName(report.month)} were on the ward${shares.presumed > 0 ? `, ${shares.presumed}% only presumed` : ''}. ${sayHere(report.total, report.month).rest}`,
      href,
      synthetic: report.synthetic,
    };
  const told = before === null ? '' : ` ${before.sentence} Nobody ruled it.`;
  return {
    text: `Not recorded yet: no month of duties is closed.${told}`,
    href,
    synthetic: before?.synthetic === true,
  };
}

function howMany(model: UnitPageModel): QuestionSummary {
  const href = allocationAddress(model);
  if (model.plan === null) return { text: 'Not decided yet: no plan is in force on this day.', href };
  const { plan } = model.plan;
  const { floors } = plan.limits;
  return {
    figure: officersPlusPcsos(plan.officers),
    text: `${plan.officers.dwo} dedicated ward officers and ${plan.officers.pcso} PCSOs. Every ward has at least ${floors.dwo} and ${floors.pcso}. ${whoHasMost(plan)} ${sayWeightsUsed(plan) ?? ''}`.trim(),
    href,
    synthetic: plan.synthetic,
  };
}

/** Wards that are named when they have the most; more are only counted. */
const NAMED = 3;

function whoHasMost({ wards }: OptimalPlan): string {
  const most = Math.max(...wards.map(({ dwo }) => dwo));
  const names = wards.filter(({ dwo }) => dwo === most).map(({ name }) => name);
  if (names.length === wards.length) return `Each has ${most}.`;
  const who = names.length <= NAMED ? andList(names) : `${names.length} of the wards`;
  return `${who} ${names.length === 1 ? 'has' : 'have'} the most, ${most}.`;
}
