import { useContext } from 'preact/hooks';
import { PageVisitContext } from '../../../ui/page-visit.ts';

/** What the line does about duties and absences elsewhere, by what the reader may do: the way to each of those pages. */
export function DoList({ here }: { here: '/ringfence/team' | '/ringfence/ledger' }) {
  const { maySee } = useContext(PageVisitContext);
  const ways = [
    { href: '/ringfence/team', text: 'My team', shown: maySee.team },
    { href: '/ringfence/ledger', text: 'The ledger of the month', shown: maySee.ledger },
    { href: '/ringfence/rosters', text: 'Rosters', shown: maySee.team },
    { href: '/ringfence/officers', text: 'Officers and sign-ins', shown: maySee.officers },
    { href: '/ringfence/phones', text: 'Phones', shown: maySee.team },
    { href: '/ringfence/policy', text: 'Policy: what counts as a breach', shown: true },
    { href: '/ringfence/calendar', text: 'Calendar: Carnival and emergencies', shown: true },
  ].filter(({ href, shown }) => shown && href !== here);
  return (
    <nav aria-label="Do" class="w-noprint w-team-ways">
      <ul class="w-actions">
        {ways.map(({ href, text }) => (
          <li key={href}>
            <a class="govuk-link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
