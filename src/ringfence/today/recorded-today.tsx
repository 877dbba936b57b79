import { sayOrderedBy } from '../team/say-ordered-by.ts';
import { sayReason } from '../team/say-reason.ts';
import { minutesBetween } from './minutes-between.ts';
import type { AbsenceToday, QueuedRecord } from './model.ts';
import { sayMinutes } from './say-minutes.ts';
import { timeOf } from './say-waiting.ts';

export interface RecordedTodayProps {
  absences: readonly AbsenceToday[];
  queue: readonly QueuedRecord[];
  /** Whether their pages can be reached. */
  mayChange: boolean;
}

/** Every time called away today, with the way to put it right. */
export function RecordedToday({ absences, queue, mayChange }: RecordedTodayProps) {
  if (absences.length === 0) return null;
  const waits = (id: string) => queue.some(({ absence }) => absence === id);
  return (
    <section class="w-section" aria-labelledby="recorded">
      <h2 class="w-h2" id="recorded">
        Recorded today
      </h2>
      <ul class="w-recorded">
        {absences.map(({ id, from, to, reason, orderedBy }) => (
          <li key={id}>
            <p class="w-recorded__times">
              <b>
                {timeOf(from)} {to === null ? 'until now' : `to ${timeOf(to)}`}
              </b>
              {to === null ? null : <span>{sayMinutes(minutesBetween(from, to))}</span>}
            </p>
            <p>
              {sayReason(reason)}
              {orderedBy === null ? '. Who ordered it is not said yet.' : `, ordered by ${sayOrderedBy(orderedBy)}`}
            </p>
            {waits(id) ? <p class="w-note">Waiting to send</p> : null}
            {mayChange && !waits(id) ? (
              <p>
                <a class="govuk-link" href={`/today/absences/${id}`}>
                  Change the times or the reason
                  <span class="govuk-visually-hidden"> of the time away from {timeOf(from)}</span>
                </a>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
