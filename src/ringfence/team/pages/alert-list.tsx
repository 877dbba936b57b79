import type { TeamView } from '../team-view.ts';

/** What somebody should act on: the sentence, the rule it comes from, and who answers for it. Nothing where all is well. */
export function AlertList({ alerts, writes }: Pick<TeamView, 'alerts' | 'writes'>) {
  if (alerts.length === 0) return null;
  return (
    <section aria-label="What needs somebody now">
      <ul class="w-entries">
        {alerts.map(({ rule, sentence, by, whoAnswers, ward }) => (
          <li key={`${rule} ${ward.place} ${sentence}`}>
            <p>
              <b>{sentence}</b>
            </p>
            <p class="w-small">
              {by} {whoAnswers}{' '}
              {writes && rule === 'below-planned-cover' ? (
                <a class="govuk-link" href={`/ringfence/team/cover?ward=${ward.code}`}>
                  Find cover<span class="govuk-visually-hidden"> for {ward.name}</span>
                </a>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
