export interface Crumb {
  text: string;
  /** Address; none for the page itself. */
  href?: string;
}

/** Where am I: the way up, as govuk-frontend's breadcrumbs. */
export function Breadcrumbs({ crumbs }: { crumbs: Crumb[] }) {
  return (
    <nav class="govuk-breadcrumbs" aria-label="Breadcrumb">
      <ol class="govuk-breadcrumbs__list">
        {crumbs.map((crumb) =>
          crumb.href === undefined ? (
            <li key={crumb.text} class="govuk-breadcrumbs__list-item" aria-current="page">
              {crumb.text}
            </li>
          ) : (
            <li key={crumb.text} class="govuk-breadcrumbs__list-item">
              <a class="govuk-breadcrumbs__link" href={crumb.href}>
                {crumb.text}
              </a>
            </li>
          ),
        )}
      </ol>
    </nav>
  );
}
