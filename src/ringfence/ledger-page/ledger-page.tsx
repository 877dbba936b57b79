import { addMonths, type Month, monthName, monthRange, parseMonth } from '../../lib/calendar/month.ts';
import { Answer } from '../../ui/answer.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Page } from '../../ui/layout.tsx';
import { longDate } from '../../ui/long-date.ts';
import { moment } from '../../ui/moment.ts';
import { percent } from '../../ui/percent.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { sentenceCase } from '../../ui/sentence-case.ts';
import { type Account, ORDERED_BY } from '../model.ts';
import { REASONS } from '../reasons.ts';
import { AlertList } from '../team/pages/alert-list.tsx';
import { DoList } from '../team/pages/do-list.tsx';
import { sayOrderedBy } from '../team/say-ordered-by.ts';
import type { AwayMinutes, LedgerView, WardMinutes } from './ledger-view.ts';
import { hours, hoursOrNone } from './say-hours.ts';

export interface LedgerPageModel extends LedgerView {
  /** Why the reader looks, of whom that is asked; goes along in every link. */
  reason: string;
  today: string;
}

/** The columns of accounts, in the order in which hours are told: kept, away, besides. */
const ACCOUNTS: readonly { account: Account; head: string }[] = [
  { account: 'confirmed', head: 'Confirmed' },
  { account: 'presumed', head: 'Presumed' },
  { account: 'exception', head: 'Exception' },
  { account: 'permitted', head: 'Permitted' },
  { account: 'breach', head: 'Breach' },
  { account: 'unruled', head: 'Not ruled' },
];
const BESIDES: readonly { account: Account; head: string }[] = [
  { account: 'leave', head: 'Leave' },
  { account: 'rest-day', head: 'Rest days' },
  { account: 'overtime', head: 'Overtime' },
];
const ACCOUNT_WORDS = new Map<Account, string>([...ACCOUNTS, ...BESIDES].map(({ account, head }) => [account, head]));

/** A borough's month for its inspector: wards by account, reasons and orders, what needs somebody, and what came late. */
export function LedgerPage(model: LedgerPageModel) {
  const { month, borough, wards, alerts, synthetic, reason, today } = model;
  const query = new URLSearchParams({ month, borough: borough.code, ...(reason === '' ? {} : { reason }) });
  return (
    <Page
      title={`Ring-fence ledger, ${borough.name}`}
      active="/ringfence/ledger"
      unit={null}
      synthetic={synthetic}
      breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Ring-fence', href: '/ringfence' }, { text: 'Ledger' }]}
    >
      <h1 class="w-title">
        <span class="w-over">{borough.name}, for the line of command</span>
        Ledger of {monthName(month)}
      </h1>
      <DoList here="/ringfence/ledger" />
      <Chooser {...model} />
      <Summary {...model} />
      {wards.length === 0 ? (
        <p class="w-body">Nothing is recorded of any ward of {borough.name} in this month yet.</p>
      ) : (
        <>
          <WardsTable wards={wards} query={query} synthetic={synthetic} />
          {month === today.slice(0, 7) && alerts.length > 0 ? (
            <>
              <h2 class="w-h2">What needs somebody now</h2>
              <AlertList alerts={alerts} writes={false} />
            </>
          ) : null}
          <AwayTable away={model.away} />
          <p class="w-body w-noprint">
            <a class="govuk-link" href={`/ringfence/ledger.csv?${query}`}>
              Download these sums (CSV)
            </a>
            : for the line, and not for publication.
          </p>
        </>
      )}
      <Later {...model} />
    </Page>
  );
}

function Chooser({ month, borough, boroughs, reason, today }: LedgerPageModel) {
  const running = parseMonth(today.slice(0, 7));
  const first = addMonths(running, -24);
  const months: Month[] = monthRange(first < month ? first : month, running > month ? running : month).toReversed();
  return (
    <form action="/ringfence/ledger" method="get" class="w-form w-noprint">
      <SelectField
        id="month"
        name="month"
        label="Month"
        value={month}
        choices={months.map((value) => ({ value, text: monthName(value) }))}
      />
      <SelectField
        id="borough"
        name="borough"
        label="Borough"
        value={borough.code}
        choices={boroughs.map(({ code, name }) => ({ value: code, text: name }))}
      />
      {reason === '' ? null : <input type="hidden" name="reason" value={reason} />}
      <Button text="Show" secondary />
    </form>
  );
}

/** Within the answer: "none were breaches". */
const hoursOrNo = (minutes: number): string => (minutes === 0 ? 'none' : hours(minutes));

function Summary({ wards, synthetic, confirmBy, nextClosing, month }: LedgerPageModel) {
  const sum = (account: Account) => wards.reduce((total, { minutes }) => total + minutes[account], 0);
  const rostered = wards.reduce((total, each) => total + each.rostered, 0);
  if (rostered === 0) return null;
  const kept = sum('confirmed') + sum('presumed');
  const share = kept === 0 ? 0 : sum('presumed') / kept;
  return (
    <>
      <Answer figure={`${hours(kept)} of ${hours(rostered)} rostered hours were kept.`} synthetic={synthetic}>
        {hoursOrNo(sum('breach'))} were breaches, {hoursOrNo(sum('exception'))} exceptions,{' '}
        {hoursOrNo(sum('permitted'))} permitted and {hoursOrNo(sum('unruled'))} not ruled.
      </Answer>
      <p class="w-body">
        {percent(share)} of the time kept is presumed.{' '}
        {confirmBy === null
          ? `${monthName(month)} is closed: what is corrected now comes out on ${longDate(nextClosing)}.`
          : `Have it confirmed by ${longDate(confirmBy)}: the month closes the day after by itself, complete or not.`}
      </p>
    </>
  );
}

function WardsTable({
  wards,
  query,
  synthetic,
}: {
  wards: readonly WardMinutes[];
  query: URLSearchParams;
  synthetic: boolean;
}) {
  const besides = BESIDES.filter(({ account }) => wards.some(({ minutes }) => minutes[account] !== 0));
  return (
    <DataTable
      caption="Hours by ward"
      sub="By name. Rostered is the sum of the six after it; leave, rest days and overtime, where there were any, are beside it."
      synthetic={synthetic}
      phones="scroll"
      columns={[
        {
          head: 'Ward',
          rowHeader: true,
          cell: ({ ward }: WardMinutes) => (
            <a class="govuk-link" href={`/ringfence/ledger/wards/${ward.code}?${query}`}>
              {ward.name}
            </a>
          ),
        },
        { head: 'Rostered', number: true, cell: ({ rostered }: WardMinutes) => hours(rostered) },
        ...[...ACCOUNTS, ...besides].map(({ account, head }) => ({
          head,
          number: true,
          cell: ({ minutes }: WardMinutes) => hoursOrNone(minutes[account]),
        })),
      ]}
      rows={[...wards]}
      rowKey={({ ward }) => ward.code}
    />
  );
}

function AwayTable({ away }: { away: readonly AwayMinutes[] }) {
  if (away.length === 0) return <p class="w-body">Nobody was called away in this month.</p>;
  return (
    <DataTable
      caption="What for, and by whose order"
      sub="Hours elsewhere, of all officers of the borough together."
      phones="stack"
      columns={[
        {
          head: 'What for',
          rowHeader: true,
          cell: ({ reason }: AwayMinutes) => REASONS.find((each) => each.reason === reason)?.title ?? reason,
        },
        { head: 'Ordered by', cell: ({ orderedBy }: AwayMinutes) => sayOrderer(orderedBy) },
        {
          head: 'Counts as',
          cell: ({ account, late }: AwayMinutes) =>
            `${ACCOUNT_WORDS.get(account) ?? account}${late ? ', ordered late' : ''}`,
        },
        { head: 'Hours', number: true, cell: ({ minutes }: AwayMinutes) => hours(minutes) },
      ]}
      rows={[...away]}
      rowKey={({ account, reason, orderedBy, late }) => `${account} ${reason} ${orderedBy} ${late}`}
    />
  );
}

function sayOrderer(orderedBy: string): string {
  const role = ORDERED_BY.find((each) => each === orderedBy);
  return role === undefined ? 'Nobody has said' : sentenceCase(sayOrderedBy(role));
}

function Later({ later }: LedgerPageModel) {
  if (later.length === 0) return null;
  return (
    <section class="w-section" aria-labelledby="later">
      <h2 class="w-h2" id="later">
        Written after the month closed
      </h2>
      <ul class="w-entries">
        {later.map(({ day, ward, what, because, doneAt }) => (
          <li key={`${doneAt.toISOString()} ${what}`}>
            <p>
              <b>{ward}</b>, {longDate(day)}: {what} {because === '' ? null : `Because: ${because}`}
            </p>
            <p class="w-small">{moment(doneAt)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
