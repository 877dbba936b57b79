import { countWords } from '../../ui/count-words.ts';
import { RINGFENCE_RETENTION } from '../retention/retention-rules.ts';

const WHAT = {
  detail: 'Duties, absences, leave and what each was before',
  'sent-records': 'What your phone sent, as it came',
  'revoked-phones': 'Phones that were revoked',
} as const;

/** Who sees what is recorded about an officer. */
export function WhoSees() {
  return (
    <section>
      <h2 class="govuk-heading-m">Who can see this</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>You, all of it.</li>
        <li>The sergeant who leads your ward, from the day they were posted there and two months before.</li>
        <li>Inspectors and command of your unit.</li>
        <li>An auditor who gives a reason, which is kept.</li>
        <li>Analysts and the public see sums over officers, and no public figure has fewer than three behind it.</li>
      </ul>
      <p class="govuk-body">
        Your location is not recorded. Officers are not ranked or compared, and nothing here is for discipline.
      </p>
    </section>
  );
}

/** For how long it is kept. */
export function HowLong() {
  return (
    <section>
      <h2 class="govuk-heading-m">How long it is kept</h2>
      <ul class="govuk-list govuk-list--bullet">
        {RINGFENCE_RETENTION.map(({ what, kept }) => (
          <li key={what}>
            {WHAT[what]}: {'months' in kept ? `${kept.months} closed months` : countWords(kept.days, 'day')}.
          </li>
        ))}
      </ul>
      <p class="govuk-body">Then only sums without officers stay.</p>
    </section>
  );
}
