export interface ButtonProps {
  text: string;
  /** For the lesser of two actions, and for filters that change nothing. */
  secondary?: boolean;
  /** Sent with the form when this button is the one pressed. */
  name?: string;
  value?: string;
  /** True where a second press would do the thing twice. */
  preventDoubleClick?: boolean;
}

/** Sends the form it stands in. */
export function Button({ text, secondary = false, name, value, preventDoubleClick = false }: ButtonProps) {
  return (
    <button
      type="submit"
      {...(name === undefined ? {} : { name })}
      {...(value === undefined ? {} : { value })}
      {...(preventDoubleClick ? { 'data-prevent-double-click': 'true' } : {})}
      class={secondary ? 'govuk-button govuk-button--secondary' : 'govuk-button'}
      data-module="govuk-button"
    >
      {text}
    </button>
  );
}
