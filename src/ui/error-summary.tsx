export interface Problem {
  /** Fragment of the field or list that the problem is about: "#dwo". */
  href: string;
  /** One sentence that says what to do. */
  message: string;
}

/** What stands in the way, at the top of the page, each linked to where it is put right. Nothing without problems. */
export function ErrorSummary({ problems }: { problems: Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <div class="govuk-error-summary" data-module="govuk-error-summary">
      <div role="alert">
        <h2 class="govuk-error-summary__title">There is a problem</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {problems.map(({ href, message }) => (
              <li key={href}>
                <a href={href}>{message}</a>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
