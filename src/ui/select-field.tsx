import { describedBy, type FieldProps, FormGroup } from './form-group.tsx';

export interface Choice {
  value: string;
  text: string;
  /** Heading that it stands under with its neighbours of the same: a long list is read in parts. */
  group?: string;
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
        {inGroups(choices).map(({ group, of }) => {
          const options = of.map((choice) => (
            <option key={choice.value} value={choice.value} selected={choice.value === value}>
              {choice.text}
            </option>
          ));
          return group === undefined ? (
            options
          ) : (
            <optgroup key={group} label={group}>
              {options}
            </optgroup>
          );
        })}
      </select>
    </FormGroup>
  );
}

/** Choices in their order, neighbours under one heading together. */
function inGroups(choices: readonly Choice[]): { group: string | undefined; of: Choice[] }[] {
  const groups: { group: string | undefined; of: Choice[] }[] = [];
  for (const choice of choices) {
    const last = groups.at(-1);
    if (last !== undefined && last.group === choice.group) last.of.push(choice);
    else groups.push({ group: choice.group, of: [choice] });
  }
  return groups;
}
