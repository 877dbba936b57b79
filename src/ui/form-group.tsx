import type { ComponentChildren } from 'preact';

/** What every field has. Its id ties label, hint and error to it; an error is also listed in the error summary. */
export interface FieldProps {
  id: string;
  name: string;
  label: string;
  hint?: string;
  /** One sentence that says what to do. */
  error?: string;
}

/** Ids of the hint and the error of a field, for aria-describedby; empty when it has neither. */
export function describedBy({ id, hint, error }: FieldProps): { 'aria-describedby'?: string } {
  const ids = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter(Boolean);
  return ids.length === 0 ? {} : { 'aria-describedby': ids.join(' ') };
}

/** Label, hint, error message, then the control. */
export function FormGroup({ id, label, hint, error, children }: FieldProps & { children: ComponentChildren }) {
  return (
    <div class={error === undefined ? 'govuk-form-group' : 'govuk-form-group govuk-form-group--error'}>
      <label class="govuk-label" for={id}>
        {label}
      </label>
      {hint === undefined ? null : (
        <div id={`${id}-hint`} class="govuk-hint">
          {hint}
        </div>
      )}
      {error === undefined ? null : (
        <p id={`${id}-error`} class="govuk-error-message">
          <span class="govuk-visually-hidden">Error:</span> {error}
        </p>
      )}
      {children}
    </div>
  );
}
