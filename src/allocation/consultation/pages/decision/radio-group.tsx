import { Tick } from '../tick.tsx';

export interface RadioGroupProps {
  /** Name of the field; the first choice has it as its identity, so that a list of problems leads there. */
  name: string;
  legend: string;
  choices: readonly { value: string; text: string; hint: string }[];
  /** Value of the choice made; empty for none. */
  value: string;
  /** One sentence that says what to do. */
  error?: string;
}

/** One of several choices, each with a sentence or two that says what it comes to. */
export function RadioGroup({ name, legend, choices, value, error }: RadioGroupProps) {
  return (
    <div class={error === undefined ? 'govuk-form-group' : 'govuk-form-group govuk-form-group--error'}>
      <fieldset class="govuk-fieldset" {...(error === undefined ? {} : { 'aria-describedby': `${name}-error` })}>
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{legend}</legend>
        {error === undefined ? null : (
          <p id={`${name}-error`} class="govuk-error-message">
            <span class="govuk-visually-hidden">Error:</span> {error}
          </p>
        )}
        <div class="govuk-radios">
          {choices.map((choice, place) => (
            <Tick
              key={choice.value}
              kind="radio"
              id={place === 0 ? name : `${name}-${place + 1}`}
              name={name}
              value={choice.value}
              text={choice.text}
              hint={choice.hint}
              ticked={choice.value === value}
            />
          ))}
        </div>
      </fieldset>
    </div>
  );
}
