import { Form } from '../../ui/form.tsx';
import { sayOrderedBy } from '../team/say-ordered-by.ts';
import { sayReason } from '../team/say-reason.ts';
import { DutyBar } from './duty-bar.tsx';
import { DutyHeading } from './duty-heading.tsx';
import type { DutySoFar } from './minutes-on-ward.ts';
import type { AbsenceToday, DutyToday } from './model.ts';
import { sayMinutes } from './say-minutes.ts';
import { timeOf } from './say-waiting.ts';

/** While they are away: since when, why, by whose order, and one tap to be back. */
export function AwayCard({ duty, away, soFar }: { duty: DutyToday; away: AbsenceToday; soFar: DutySoFar }) {
  return (
    <>
      <section class="w-duty w-duty--away" aria-labelledby="duty">
        <DutyHeading duty={duty} />
        <p class="w-duty__figure">Away since {timeOf(away.from)}</p>
        <p class="w-duty__why">
          {whyOf(away, duty)}
          {away.orderedBy === null
            ? '. Who ordered it is not said yet.'
            : `, ordered by ${sayOrderedBy(away.orderedBy)}`}
        </p>
        <DutyBar soFar={soFar} />
        <p class="w-duty__left">
          {sayMinutes(soFar.away)} away so far, {sayMinutes(soFar.onWard)} on the ward, {sayMinutes(soFar.left)} left
        </p>
      </section>
      <Form action="/today/back">
        <input type="hidden" name="absence" value={away.id} />
        <button type="submit" class="w-duty__act">
          I am back
        </button>
      </Form>
    </>
  );
}

/** The reason in words, with the name of the event where it is for one. */
function whyOf({ reason, event }: AbsenceToday, { events }: DutyToday): string {
  return events.find(({ key }) => key === event)?.name ?? sayReason(reason);
}
