import { addMonths, monthName, parseMonth } from '../../lib/calendar/month.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { FormPage } from '../../ui/form-page.tsx';
import { longDate } from '../../ui/long-date.ts';
import { moment } from '../../ui/moment.ts';
import { sayWho } from '../../ui/say-who.ts';
import { SelectField } from '../../ui/select-field.tsx';
import type { Duty } from '../model.ts';
import { keptFor, RINGFENCE_RETENTION } from '../retention/retention-rules.ts';
import { sayReason } from '../team/say-reason.ts';
import { sayStep } from '../team/say-step.ts';
import { sayHours } from '../team/say-times.ts';
import { OWN_UNCOUNTED } from '../team/say-uncounted.ts';
import { sayMinutes } from '../today/say-minutes.ts';
import type { KeptState, RecordedAboutMe } from './model.ts';
import { ACCOUNT_WORDS, sumsOfLedger } from './sums-of-ledger.ts';
import { HowLong, WhoSees } from './who-sees.tsx';

const CONFIRMED = { officer: 'by you', sergeant: 'by your line', roster: 'by the roster' } as const;
const title = 'Everything recorded about me';

const standingOf = ({ confirmed, during }: Duty, now: Date): string => {
  if (confirmed !== null) return CONFIRMED[confirmed];
  return during.to > now ? 'planned' : 'not yet';
};

/** What an officer sees of themselves: all of it, with who wrote each part, who sees it and for how long. */
export function MinePage({ recorded, now }: { recorded: RecordedAboutMe | null; now: Date }) {
  if (recorded === null)
    return (
      <FormPage title={title} active="/ringfence">
        <p class="govuk-body">
          Nobody has said yet which officer you are, so nothing is recorded about you here: ask an inspector to link
          you.
        </p>
      </FormPage>
    );
  const { officer, duties, uncounted, leave, ledger, phones, months, from } = recorded;
  return (
    <FormPage title={title} active="/ringfence" synthetic={duties.some(({ synthetic }) => synthetic)}>
      <p class="govuk-body">
        You are {officer.name} ({officer.reference}).
        <a class="govuk-link" href="/ringfence/mine.json">
          Download all of it as a file
        </a>
        .
      </p>
      <form action="/ringfence/mine" method="get" class="w-form w-noprint">
        <SelectField
          id="month"
          name="month"
          label="Month"
          value={from.slice(0, 7)}
          choices={months.map((month) => ({ value: month, text: monthName(parseMonth(month)) }))}
        />
        <Button text="Show" secondary />
      </form>
      <SumsAlone recorded={recorded} now={now} />
      <DataTable
        caption={`Hours in the ledger, ${monthName(parseMonth(from.slice(0, 7)))}`}
        rowKey={({ account }) => account}
        rows={sumsOfLedger(ledger, todayInLondon(now))}
        columns={[
          {
            head: 'Counted as',
            rowHeader: true,
            cell: ({ account }) => (account === 'planned' ? 'Planned, of days to come' : ACCOUNT_WORDS[account]),
          },
          { head: 'Hours', number: true, cell: ({ minutes }) => sayMinutes(minutes) },
        ]}
      />
      <DataTable
        caption="Duties"
        phones="stack"
        rowKey={({ id }: Duty) => String(id)}
        rows={duties}
        columns={[
          { head: 'Day', rowHeader: true, cell: ({ day }: Duty) => longDate(day) },
          { head: 'Hours', cell: ({ during }: Duty) => sayHours(during) },
          {
            head: 'For',
            cell: ({ id, elsewhere }: Duty) => (
              <>
                {elsewhere === null ? 'the ward' : sayReason(elsewhere.reason)}
                {uncounted.includes(id) ? <span class="w-line w-small">{OWN_UNCOUNTED}</span> : null}
              </>
            ),
          },
          { head: 'Confirmed', cell: (duty: Duty) => standingOf(duty, now) },
        ]}
      />
      <Absences recorded={recorded} now={now} />
      <Leave leave={leave} />
      <Changes recorded={recorded} />
      <h2 class="govuk-heading-m">Phones that may hold records of yours</h2>
      {phones.length === 0 ? <p class="govuk-body">None.</p> : null}
      <ul class="govuk-list">
        {phones.map(({ id, browser, lastAt, waiting, revokedAt }) => (
          <li key={id}>
            {browser === '' ? 'A browser' : browser}, last in touch {moment(lastAt)}, {waiting} waiting to send
            {revokedAt === null ? '' : `, revoked ${moment(revokedAt)}`}
          </li>
        ))}
      </ul>
      <WhoSees />
      <HowLong />
    </FormPage>
  );
}

/** For a month of which duties are kept no more. */
function SumsAlone({ recorded: { from, duties, leave, ledger }, now }: { recorded: RecordedAboutMe; now: Date }) {
  const kept = keptFor(RINGFENCE_RETENTION, 'detail', todayInLondon(now));
  if (kept === null) return null;
  // A month's own detail goes once as many have closed after it: the last to close is, at the latest, the one before this.
  const first = addMonths(parseMonth(todayInLondon(now).slice(0, 7)), -kept);
  if (from.slice(0, 7) >= first || duties.length + leave.length + ledger.length > 0) return null;
  return (
    <p class="w-note">
      Of this month only sums are kept, without officers; duties, absences and leave of officers are kept for {kept}{' '}
      closed months.
    </p>
  );
}

function Absences({ recorded: { absences, names }, now }: { recorded: RecordedAboutMe; now: Date }) {
  return (
    <section>
      <h2 class="govuk-heading-m">Times you were called away</h2>
      {absences.length === 0 ? <p class="govuk-body">None.</p> : null}
      {absences.map(({ absence, steps }) => (
        <div key={absence.id}>
          <h3 class="govuk-heading-s">
            {longDate(absence.day)}: {sayReason(absence.reason)}, {absence.standing}
          </h3>
          <ol class="govuk-list govuk-list--number">
            {steps.map(({ number, step, after, because, doneBy, doneAt }) => (
              <li key={number}>
                {sayStep(step, after, now)} {because === '' ? '' : `“${because}” `}
                {sayWho(doneBy, names)}, {moment(doneAt)}.
              </li>
            ))}
          </ol>
          {absence.note === '' ? null : <p class="govuk-body">Note: {absence.note}</p>}
        </div>
      ))}
    </section>
  );
}

function Leave({ leave }: Pick<RecordedAboutMe, 'leave'>) {
  return (
    <section>
      <h2 class="govuk-heading-m">Leave, sickness and adjusted duties</h2>
      <p class="govuk-body">
        Which of them it was is written nowhere. {leave.length === 0 ? 'None is recorded in this month.' : null}
      </p>
      <ul class="govuk-list">
        {leave.map(({ id, day, minutes }) => (
          <li key={id}>
            {longDate(day)}: {sayMinutes(minutes)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Changes({ recorded: { states, names } }: { recorded: RecordedAboutMe }) {
  return (
    <section>
      <h2 class="govuk-heading-m">Who wrote duties and leave, and changed them</h2>
      {states.length === 0 ? <p class="govuk-body">Nobody wrote or changed any by hand in this month.</p> : null}
      <ul class="govuk-list">
        {states.map((state, index) => (
          <li key={index}>
            {saidOf(state)} {sayWho(state.changedBy, names)}, {moment(state.changedAt)}
            {state.because === '' ? '.' : `: “${state.because}”.`}
          </li>
        ))}
      </ul>
    </section>
  );
}

function saidOf({ kind, day, before, after }: KeptState): string {
  const what = kind === 'duty' ? 'A duty' : 'Leave';
  const done = before === null ? 'written' : after === null ? 'removed' : 'changed';
  return `${what} of ${longDate(day)}, ${done} by`;
}
