import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { longDate } from '../../ui/long-date.ts';
import { TextField } from '../../ui/text-field.tsx';
import { sayReasonWithin } from '../team/say-reason.ts';
import { sayHours } from '../team/say-times.ts';
import { OWN_UNCOUNTED } from '../team/say-uncounted.ts';
import { minutesBetween } from './minutes-between.ts';
import type { OwnDuty, OwnToday } from './own-today.ts';
import { sayMinutes } from './say-minutes.ts';
import { timeOf } from './say-waiting.ts';

/** Below today's duty: what is over and waits to be confirmed, what comes next, and the way to record by hand. */
export function AfterDuty({ own }: { own: OwnToday }) {
  const { officer, day, toConfirm, next, today } = own;
  if (officer === null) return null;
  return (
    <>
      {toConfirm.length === 0 ? null : (
        <section class="w-section" aria-labelledby="confirm">
          <h2 class="w-h2" id="confirm">
            Still to confirm
          </h2>
          {toConfirm.map((each) => (
            <ToConfirm key={each.duty.id} own={each} isToday={each.duty.day === day} />
          ))}
        </section>
      )}
      {today === null ? <ByHand /> : null}
      <section class="w-section" aria-labelledby="next">
        <h2 class="w-h2" id="next">
          Next
        </h2>
        <p class="w-body">
          {next === null
            ? 'No duty of the days to come is known yet.'
            : `${next.kind === 'ward' ? 'On the ward' : 'Elsewhere'} on ${longDate(next.day)}, ${sayHours(next.during)}.`}
        </p>
        <ul class="w-actions">
          <li>
            <a class="govuk-link" href="/ringfence/mine">
              Everything recorded about you
            </a>
          </li>
        </ul>
      </section>
    </>
  );
}

/** For a day of which no roster told. */
function ByHand() {
  return (
    <section class="w-section" aria-labelledby="by-hand">
      <h2 class="w-h2" id="by-hand">
        On duty all the same?
      </h2>
      <p class="w-body">Say from when to when you are on your ward today: your sergeant sees it.</p>
      <Form action="/today/duty" novalidate>
        <TextField id="start" name="start" label="From" hint="By London’s clock, as 14:00." characters={5} />
        <TextField id="end" name="end" label="To" hint="An earlier time is of the next day." characters={5} />
        <Button text="Record my duty" preventDoubleClick />
      </Form>
    </section>
  );
}

function ToConfirm({ own: { duty, absences, counted }, isToday }: { own: OwnDuty; isToday: boolean }) {
  return (
    <div class="w-confirm">
      <p class="w-h3">
        {isToday ? 'Today' : longDate(duty.day)}, {sayHours(duty.during)}
      </p>
      {counted ? null : <p class="w-body">{OWN_UNCOUNTED}</p>}
      <p class="w-body">{awayWords(linesOf(absences, duty.during.to))}</p>
      <Form action="/today/confirm">
        <input type="hidden" name="id" value={duty.id} />
        <input type="hidden" name="version" value={duty.version} />
        <button type="submit" class="govuk-button" data-module="govuk-button" data-prevent-double-click="true">
          {absences.length === 0 ? 'I was on the ward' : 'That is what I did'}
          <span class="govuk-visually-hidden"> on {longDate(duty.day)}</span>
        </button>
      </Form>
    </div>
  );
}

const linesOf = (absences: OwnDuty['absences'], end: Date): string[] =>
  absences.map(({ from, to, reason }) => {
    const [begun, ended] = [from.toISOString(), (to ?? end).toISOString()];
    return `${timeOf(begun)} to ${timeOf(ended)} for ${sayReasonWithin(reason)} (${sayMinutes(minutesBetween(begun, ended))})`;
  });

const awayWords = (lines: readonly string[]): string =>
  lines.length === 0 ? 'Nothing is recorded as time away.' : `Away ${lines.join('; ')}.`;
