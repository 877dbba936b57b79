import type { ComponentChildren, InputHTMLAttributes } from 'preact';

export interface FormFieldProps {
  /** Identity of the field, to which an error summary links. */
  id: string;
  label: ComponentChildren;
  hint?: ComponentChildren;
  /** One sentence that says what to do; null when the field is right. */
  error?: string | null;
  /** Unit behind the field, such as "%". */
  suffix?: string;
  /** Classes and attributes of the field itself; its name is the id unless given. */
  input: InputHTMLAttributes<HTMLInputElement>;
  /** govuk-frontend's block: text input or file upload. */
  block?: 'govuk-input' | 'govuk-file-upload';
}

/** One field with its label, hint and error, joined for screen readers as govuk-frontend does. */
export function FormField({ id, label, hint, error = null, suffix, input, block = 'govuk-input' }: FormFieldProps) {
  const described = [hint === undefined ? '' : `${id}-hint`, error === null ? '' : `${id}-error`].filter(Boolean);
  const classes = [block, input.class, error === null ? '' : `${block}--error`].filter(Boolean).join(' ');
  const field = (
    <input
      id={id}
      name={id}
      {...input}
      class={classes}
      {...(described.length === 0 ? {} : { 'aria-describedby': described.join(' ') })}
    />
  );
  return (
    <div class={error === null ? 'govuk-form-group' : 'govuk-form-group govuk-form-group--error'}>
      <label class="govuk-label" for={id}>
        {label}
      </label>
      {hint === undefined ? null : (
        <div class="govuk-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error === null ? null : (
        <p class="govuk-error-message" id={`${id}-error`}>
          <span class="govuk-visually-hidden">Error:</span> {error}
        </p>
      )}
      {suffix === undefined ? (
        field
      ) : (
        <div class="govuk-input__wrapper">
          {field}
          <div class="govuk-input__suffix" aria-hidden="true">
            {suffix}
          </div>
        </div>
      )}
    </div>
  );
}
