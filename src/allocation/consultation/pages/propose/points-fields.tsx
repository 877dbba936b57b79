import { errorOf, type FormProblem } from '../../../../ui/form-page.tsx';
import { NumberField } from '../../../../ui/number-field.tsx';
import { percent } from '../../../../ui/percent.ts';
import { componentInSentence } from '../../../component-in-sentence.ts';
import type { Elicited } from '../../model.ts';
import { pointsField } from '../../proposal/read-propose-form.ts';
import type { SwingStep } from '../../proposal/swing-steps.ts';
import type { WeightsNow } from '../../review/weights-now.ts';
import { sayWeight } from '../../say-weight.ts';
import type { Typed } from '../../typed-fields.ts';

export interface PointsFieldsProps {
  method: Elicited['method'];
  steps: readonly SwingStep[];
  now: WeightsNow;
  typed: Typed;
  problems: readonly FormProblem[];
}

/** One number for each part: points of a hundred, or how much its step counts against the largest. */
export function PointsFields({ method, steps, now, typed, problems }: PointsFieldsProps) {
  return (
    <fieldset class="govuk-fieldset w-points" data-points={method}>
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
        {method === 'budget' ? 'Share out 100 points' : 'Compare the steps'}
      </legend>
      <p class="w-body">
        {method === 'budget'
          ? 'The more points, the more the part counts. Points that do not come to 100 are rescaled, each in proportion.'
          : 'Each part has a step: from the ward with the least of it to the ward with the most. Give 100 to the step that should count most, and to every other what it should count against that one: 50 is half as much, 0 is nothing.'}
      </p>
      {steps.map((step) => (
        <NumberField
          key={step.component}
          id={pointsField(step.component)}
          name={pointsField(step.component)}
          label={step.title}
          decimals
          characters={5}
          value={typed[pointsField(step.component)] ?? ''}
          hint={method === 'swing' ? `${sayStep(step)} Its weight: ${sayNow(step, now)}.` : sayNow(step, now)}
          {...errorOf(problems, pointsField(step.component))}
        />
      ))}
      {method === 'budget' ? <p class="w-points__left w-body" data-points-left="" hidden aria-live="polite" /> : null}
    </fieldset>
  );
}

/** "now 30%". */
const sayNow = ({ component }: SwingStep, { head, shares }: WeightsNow): string =>
  `${head.toLowerCase()} ${sayWeight(shares[component] ?? 0)}`;

function sayStep({ title, least, most }: SwingStep): string {
  return `From ${least.ward}, which has ${percent(least.share)} of the unit’s ${componentInSentence(title)}, to ${most.ward}, which has ${percent(most.share)}.`;
}
