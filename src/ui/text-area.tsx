import { describedBy, type FieldProps, FormGroup } from './form-group.tsx';

export interface TextAreaProps extends FieldProps {
  value?: string;
  /** Lines the field is high. */
  rows?: number;
  /** True for text that a machine reads: letters of one width, no spelling checked. */
  code?: boolean;
}

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  const { id, name, error, value = '', rows = 5, code = false } = props;
  const classes = ['govuk-textarea', code ? 'w-code' : '', error === undefined ? '' : 'govuk-textarea--error'];
  return (
    <FormGroup {...props}>
      <textarea
        class={classes.filter(Boolean).join(' ')}
        id={id}
        name={name}
        rows={rows}
        {...(code ? { spellcheck: false, autocapitalize: 'off' as const } : {})}
        {...describedBy(props)}
        value={value}
      />
    </FormGroup>
  );
}
