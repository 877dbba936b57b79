import { describedBy, type FieldProps, FormGroup } from './form-group.tsx';

export interface TextFieldProps extends FieldProps {
  value?: string | number;
  /** "date" takes and gives 2026-03-01. A password is never shown again, and neither it nor an address is spell-checked. */
  type?: 'text' | 'date' | 'email' | 'password';
  /** What a browser or password manager may fill in: "username", "current-password", "new-password", "one-time-code". */
  autoComplete?: string;
  /** Characters the field is wide. */
  characters?: 2 | 3 | 4 | 5 | 10 | 20;
  inputMode?: 'numeric' | 'decimal';
  /** Unit shown after the field, "%"; say it in the label too: it is not read out. */
  suffix?: string;
}

/** A line of text, a number or a date. */
export function TextField(props: TextFieldProps) {
  const { id, name, error, value, type = 'text', characters, inputMode, suffix, autoComplete } = props;
  const classes = [
    'govuk-input',
    characters === undefined ? '' : `govuk-input--width-${characters}`,
    error === undefined ? '' : 'govuk-input--error',
  ];
  const attributes = {
    class: classes.filter(Boolean).join(' '),
    id,
    name,
    ...(autoComplete === undefined ? {} : { autocomplete: autoComplete }),
    ...(type === 'email' || type === 'password' ? { spellcheck: false } : {}),
    ...(inputMode === undefined ? {} : { inputmode: inputMode }),
    ...(value === undefined || type === 'password' ? {} : { value }),
    ...describedBy(props),
  };
  const input = {
    text: <input type="text" {...attributes} />,
    date: <input type="date" {...attributes} />,
    email: <input type="email" {...attributes} />,
    password: <input type="password" {...attributes} />,
  }[type];
  return (
    <FormGroup {...props}>
      {suffix === undefined ? (
        input
      ) : (
        <div class="govuk-input__wrapper">
          {input}
          <div class="govuk-input__suffix" aria-hidden="true">
            {suffix}
          </div>
        </div>
      )}
    </FormGroup>
  );
}
