/** Addresses of the pages in the navigation. */
export type NavigationAddress = '/' | '/allocation' | '/organisation' | '/measures' | '/open-data' | '/import';

/** The pages, as govuk-frontend's service navigation without its script: on phones the items wrap. */
export function Navigation({ unitName, active }: { unitName: string; active: NavigationAddress | null }) {
  const items: { href: NavigationAddress; text: string }[] = [
    { href: '/', text: unitName },
    { href: '/allocation', text: 'Allocation' },
    { href: '/organisation', text: 'Workforce' },
    { href: '/measures', text: 'Measures' },
    { href: '/open-data', text: 'Open data' },
    { href: '/import', text: 'Import' },
  ];
  return (
    <div class="govuk-service-navigation">
      <div class="govuk-width-container">
        <div class="govuk-service-navigation__container">
          <nav aria-label="Pages" class="govuk-service-navigation__wrapper">
            <ul class="govuk-service-navigation__list">
              {items.map(({ href, text }) => (
                <NavigationItem key={href} href={href} text={text} active={href === active} />
              ))}
            </ul>
          </nav>
        </div>
      </div>
    </div>
  );
}

function NavigationItem({ href, text, active }: { href: string; text: string; active: boolean }) {
  if (!active)
    return (
      <li class="govuk-service-navigation__item">
        <a class="govuk-service-navigation__link" href={href}>
          {text}
        </a>
      </li>
    );
  return (
    <li class="govuk-service-navigation__item govuk-service-navigation__item--active">
      <a class="govuk-service-navigation__link" href={href} aria-current="true">
        <strong class="govuk-service-navigation__active-fallback">{text}</strong>
      </a>
    </li>
  );
}
