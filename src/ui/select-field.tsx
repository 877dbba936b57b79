import { describedBy, type FieldProps, FormGroup } from './form-group.tsx';

export interface Choice {
  value: string;
  text: string;
}

export interface SelectFieldProps extends FieldProps {
  choices: Choice[];
  /** Value of the choice made. */
  value?: string;
}

/** One choice of a list. */
export function SelectField(props: SelectFieldProps) {
  const { id, name, error, choices, value } = props;
  return (
    <FormGroup {...props}>
      <select
        class={error === undefined ? 'govuk-select' : 'govuk-select govuk-select--error'}
        id={id}
        name={name}
        {...describedBy(props)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} selected={choice.value === value}>
            {choice.text}
          </option>
        ))}
      </select>
    </FormGroup>
  );
}
