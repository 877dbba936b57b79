import { longDate } from '../../ui/long-date.ts';
import { awayNow } from './after-records.ts';
import { AwayCard } from './away-card.tsx';
import { ContactLine } from './contact-line.tsx';
import { DutyBar } from './duty-bar.tsx';
import { DutyHeading } from './duty-heading.tsx';
import { minutesOnWard } from './minutes-on-ward.ts';
import type { Contact, DutyToday, QueuedRecord } from './model.ts';
import { ReasonTaps } from './reason-taps.tsx';
import { RecordedToday } from './recorded-today.tsx';
import { sayMinutes } from './say-minutes.ts';
import { timeOf } from './say-waiting.ts';
import { WaitingLines } from './waiting-lines.tsx';

/** What the page today shows, on the server and on a phone: the same, whoever draws it. */
export interface TodayShown {
  /** As it stands once what waits has arrived; null where there is no duty. */
  duty: DutyToday | null;
  /** The London day of the page. */
  day: string;
  /** One sentence where there is no duty; empty otherwise. */
  said: string;
  /** Own records that are on the phone. */
  queue: readonly QueuedRecord[];
  /** Records of somebody else that wait on this phone. */
  others: number;
  contact: Contact;
  /** Id of the next absence, where the page has no script: a form that is sent twice records once. */
  nextAbsence: string;
}

/** The day, my duty with how far it has come, one tap away from being called away and one from being back. */
export function TodayView({ shown, now }: { shown: TodayShown; now: Date }) {
  const { duty, day, said, queue, others, contact, nextAbsence } = shown;
  return (
    <>
      <h1 class="w-title">
        <span class="w-over">{longDay(duty?.day ?? day)}</span>
        {duty === null ? 'Today' : `Today in ${duty.ward}`}
      </h1>
      {duty === null ? <p class="w-lead">{said}</p> : <DutyCard {...{ duty, now, nextAbsence }} />}
      <ContactLine contact={contact} />
      <WaitingLines {...{ queue, others, contact }} />
      {duty === null ? null : (
        <RecordedToday absences={duty.absences} queue={queue} mayChange={contact === 'in touch'} />
      )}
    </>
  );
}

function DutyCard({ duty, now, nextAbsence }: { duty: DutyToday; now: Date; nextAbsence: string }) {
  const soFar = minutesOnWard(duty, now);
  const away = awayNow(duty);
  if (away !== null && soFar.stands === 'under way') return <AwayCard {...{ duty, away, soFar }} />;
  const { stands, onWard, length, left } = soFar;
  return (
    <>
      <section class={stands === 'under way' ? 'w-duty' : 'w-duty w-duty--whole'} aria-labelledby="duty">
        <DutyHeading duty={duty} />
        <p class="w-duty__figure">
          {stands === 'to come' ? `Begins at ${timeOf(duty.from)}` : `${sayMinutes(onWard)} on the ward`}
        </p>
        <DutyBar soFar={soFar} />
        <p class="w-duty__left">
          {stands === 'to come' ? `${sayMinutes(length)} to come` : ''}
          {stands === 'under way' ? `${sayMinutes(left)} left` : ''}
          {stands === 'over' ? 'Your duty is over' : ''}
          {soFar.away === 0 ? '' : `, ${sayMinutes(soFar.away)} away so far`}
        </p>
        <p class="w-note">{duty.rule}</p>
      </section>
      {stands === 'under way' ? <ReasonTaps {...{ duty, now, nextAbsence }} /> : null}
    </>
  );
}

const WEEKDAY = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });

/** "Wednesday 4 March 2026". */
const longDay = (day: string): string => `${WEEKDAY.format(new Date(`${day}T12:00:00Z`))} ${longDate(day)}`;
