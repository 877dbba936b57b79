import { Details } from '../../../../ui/details.tsx';
import { errorOf, type FormProblem } from '../../../../ui/form-page.tsx';
import { NumberField } from '../../../../ui/number-field.tsx';
import { leastField, mostField } from '../../proposal/read-propose-form.ts';
import type { SwingStep } from '../../proposal/swing-steps.ts';
import type { Typed } from '../../typed-fields.ts';

export interface BoundsFieldsProps {
  steps: readonly SwingStep[];
  typed: Typed;
  problems: readonly FormProblem[];
}

/** The least and the most weight a party would accept for each part; none need be given. */
export function BoundsFields({ steps, typed, problems }: BoundsFieldsProps) {
  const fields = steps.flatMap(({ component }) => [leastField(component), mostField(component)]);
  const used = fields.some((field) => (typed[field] ?? '') !== '');
  const wrong = problems.some(({ field }) => field !== null && fields.includes(field));
  return (
    <Details summary="Say how far you would go (optional)" open={used || wrong}>
      <p class="w-body">
        The least and the most that each part may count for, in per cent of the whole. It tells how much agreement there
        is between the parties. Leave a field empty where you do not mind.
      </p>
      {steps.map(({ component, title }) => (
        <fieldset key={component} class="govuk-fieldset w-bounds">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{title}</legend>
          {[
            { id: leastField(component), label: 'At least, in per cent' },
            { id: mostField(component), label: 'At most, in per cent' },
          ].map(({ id, label }) => (
            <NumberField
              key={id}
              id={id}
              name={id}
              label={label}
              decimals
              suffix="%"
              characters={5}
              value={typed[id] ?? ''}
              {...errorOf(problems, id)}
            />
          ))}
        </fieldset>
      ))}
    </Details>
  );
}
