import { londonTime } from '../../lib/calendar/london-time.ts';
import { Form } from '../../ui/form.tsx';
import { sentenceCase } from '../../ui/sentence-case.ts';
import { ORDERED_BY } from '../model.ts';
import { sayOrderedBy } from '../team/say-ordered-by.ts';
import type { DutyToday } from './model.ts';
import { reasonsOffered } from './reasons-offered.ts';
import { AS_USUAL, NOT_SAID } from './usual-order.ts';

/** The two taps: that I am being called away, and why. Who ordered it is as each reason says, until somebody is chosen. */
export function ReasonTaps({ duty, now, nextAbsence }: { duty: DutyToday; now: Date; nextAbsence: string }) {
  return (
    <details class="w-away" id="away">
      <summary>I am being called away</summary>
      <Form action="/today/away" class="w-away__form">
        <input type="hidden" name="duty" value={duty.duty} />
        <input type="hidden" name="absence" value={nextAbsence} />
        <p class="w-body">Why? One tap records it from now, {londonTime(now).time}. You can change the times later.</p>
        <div class="w-away__order">
          <label for="orderedBy">Ordered by</label>
          <select class="govuk-select" id="orderedBy" name="orderedBy">
            <option value={AS_USUAL}>As said beside each reason</option>
            <option value={NOT_SAID}>Not said</option>
            {ORDERED_BY.map((by) => (
              <option key={by} value={by}>
                {sentenceCase(sayOrderedBy(by))}
              </option>
            ))}
          </select>
        </div>
        {reasonsOffered(duty).map(({ title, reasons }) => (
          <fieldset key={title} class="w-taps">
            <legend>{title}</legend>
            {reasons.map(({ choice, title: reason, counts, by }) => (
              <button key={choice} type="submit" class="w-tap" name="choice" value={choice}>
                {reason}
                {counts === '' && by === '' ? null : <small>{besides(counts, by)}</small>}
              </button>
            ))}
          </fieldset>
        ))}
        <p class="w-note">
          {duty.ringFenced
            ? 'Whatever is not marked counts as a breach of the ring-fence. That is about the order, not about you.'
            : 'Whatever is not marked is time away that nobody has ruled. It is about the order, not about you.'}
        </p>
      </Form>
    </details>
  );
}

/** "permitted · by the training unit". */
const besides = (counts: string, by: string): string =>
  [counts, by === '' ? '' : `by ${by}`].filter((each) => each !== '').join(' · ');
