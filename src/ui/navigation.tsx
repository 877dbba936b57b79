import { useContext } from 'preact/hooks';
import { PageVisitContext } from './page-visit.ts';

/** Addresses of the pages in the navigation. */
export type NavigationAddress =
  | '/'
  | '/today'
  | '/ringfence/team'
  | '/ringfence/ledger'
  | '/allocation'
  | '/ringfence'
  | '/performance'
  | '/evaluation'
  | '/organisation'
  | '/measures'
  | '/open-data'
  | '/import'
  | '/people'
  | '/audit';

/**
 * The pages that the reader may see, as govuk-frontend's service navigation without its script: on phones the items wrap.
 * What is left out is only not offered; the server refuses it besides.
 */
export function Navigation({ unitName, active }: { unitName: string; active: NavigationAddress | null }) {
  const { maySee } = useContext(PageVisitContext);
  const current = active === '/ringfence/ledger' && maySee.team ? '/ringfence/team' : active;
  const items: { href: NavigationAddress; text: string; shown?: boolean }[] = [
    { href: '/today', text: 'Today', shown: maySee.today },
    { href: '/ringfence/team', text: 'My team', shown: maySee.team },
    // Whoever leads a team goes on to the ledger from there, and is still in that part.
    { href: '/ringfence/ledger', text: 'Ledger', shown: maySee.ledger && !maySee.team },
    { href: '/', text: unitName },
    { href: '/allocation', text: 'Allocation' },
    { href: '/ringfence', text: 'Ring-fence' },
    { href: '/performance', text: 'Performance' },
    { href: '/evaluation', text: 'Pilots' },
    { href: '/organisation', text: 'Workforce' },
    { href: '/measures', text: 'Measures' },
    { href: '/open-data', text: 'Open data' },
    { href: '/import', text: 'Import', shown: maySee.imports },
    { href: '/people', text: 'People', shown: maySee.people },
    { href: '/audit', text: 'Audit', shown: maySee.audit },
  ];
  return (
    <div class="govuk-service-navigation">
      <div class="govuk-width-container">
        <div class="govuk-service-navigation__container">
          <nav aria-label="Pages" class="govuk-service-navigation__wrapper">
            <ul class="govuk-service-navigation__list">
              {items
                .filter(({ shown = true }) => shown)
                .map(({ href, text }) => (
                  <NavigationItem key={href} href={href} text={text} active={href === current} />
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
