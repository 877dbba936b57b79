export interface ListedError {
  /** The same sentence as beside the field. */
  text: string;
  /** "#" and the id of the field it is about; none when it is about no field. */
  href?: string;
}

/** Everything that stands in the way, at the top of the page; it takes the focus when the page opens. */
export function ErrorSummary({ errors, title = 'There is a problem' }: { errors: ListedError[]; title?: string }) {
  return (
    <div class="govuk-error-summary" data-module="govuk-error-summary">
      <div role="alert">
        <h2 class="govuk-error-summary__title">{title}</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {errors.map(({ text, href }) => (
              <li key={text}>{href === undefined ? text : <a href={href}>{text}</a>}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
