import { type Month, monthName } from '../../lib/calendar/month.ts';
import { Answer } from '../../ui/answer.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Page } from '../../ui/layout.tsx';
import { longDate } from '../../ui/long-date.ts';
import { Tag } from '../../ui/tag.tsx';
import type { Duty } from '../model.ts';
import type { TeamOfficer, WardInView } from '../team/model.ts';
import { rulingWords } from '../team/ruling-words.ts';
import { sayReason } from '../team/say-reason.ts';
import { sayAt, sayHours } from '../team/say-times.ts';
import { byOrderOf } from '../team/say-where.ts';
import type { WardMinutes } from './ledger-view.ts';
import { hours } from './say-hours.ts';

export interface WardLedgerPageModel {
  month: Month;
  inView: WardInView;
  minutes: WardMinutes;
  now: Date;
  reason: string;
  /** Whether the reader may correct and add to it. */
  writes: boolean;
}

/** A ward's month for the line: each officer's duties by day, with the times they were called away. By name; nothing is summed. */
export function WardLedgerPage({ month, inView, minutes, now, reason, writes }: WardLedgerPageModel) {
  const { ward, officers, duties } = inView;
  const up = new URLSearchParams({ month, borough: ward.boroughCode, ...(reason === '' ? {} : { reason }) });
  const sections = officers
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
    .map((officer) => ({ officer, duties: duties.filter((duty) => duty.officer === officer.officer) }))
    .filter((each) => each.duties.length > 0);
  return (
    <Page
      title={`Ledger of ${ward.name}`}
      active="/ringfence/ledger"
      unit={null}
      synthetic={duties.some(({ synthetic }) => synthetic)}
      breadcrumbs={[
        { text: 'Home', href: '/' },
        { text: 'Ring-fence', href: '/ringfence' },
        { text: 'Ledger', href: `/ringfence/ledger?${up}` },
        { text: ward.name },
      ]}
    >
      <h1 class="w-title">
        <span class="w-over">{monthName(month)}, for the line of command</span>
        {ward.name}
      </h1>
      <Answer
        figure={`${hours(minutes.minutes.confirmed + minutes.minutes.presumed)} of ${hours(minutes.rostered)} rostered hours were kept.`}
      >
        {hours(minutes.minutes.breach)} were breaches.
      </Answer>
      <p class="w-note">
        What stands here is about orders. It is for the officer and their line and no further, and serves no discipline.
        {reason === ''
          ? null
          : ' Whoever looks from outside that line is shown no name: a number is of this page alone.'}
      </p>
      {sections.length === 0 ? <p class="w-body">No duty of this month is recorded.</p> : null}
      {sections.length < 2 ? null : (
        <nav aria-label="Officers on this page" class="w-noprint">
          <ul class="w-actions">
            {sections.map(({ officer }, index) => (
              <li key={officer.officer}>
                <a class="govuk-link" href={`#officer-${index + 1}`}>
                  {officer.name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {sections.map((each, index) => (
        <OfficerTable key={each.officer.officer} id={`officer-${index + 1}`} {...each} {...{ inView, now, writes }} />
      ))}
    </Page>
  );
}

interface OfficerTableProps {
  id: string;
  officer: TeamOfficer;
  duties: readonly Duty[];
  inView: WardInView;
  now: Date;
  writes: boolean;
}

function OfficerTable({ id, officer, duties, inView, now, writes }: OfficerTableProps) {
  return (
    <DataTable
      id={id}
      caption={officer.name}
      sub={writes ? <AddTo officer={officer} /> : 'By day.'}
      phones="stack"
      columns={[
        { head: 'Day', rowHeader: true, cell: ({ day }: Duty) => longDate(day) },
        {
          head: 'Duty',
          cell: ({ id: duty, during, kind }: Duty) => (
            <Way
              href={writes ? `/ringfence/team/duties/${duty}/correct` : null}
              text={`${sayHours(during)}${kind === 'ward' ? '' : ', elsewhere'}`}
            />
          ),
        },
        {
          head: 'Confirmed by',
          cell: ({ confirmed, during }: Duty) => confirmed ?? (during.to > now ? 'not over yet' : 'nobody: presumed'),
        },
        { head: 'Called away', full: true, cell: (duty: Duty) => <AwayOf {...{ duty, inView, writes }} /> },
      ]}
      rows={[...duties]}
      rowKey={({ id }) => String(id)}
    />
  );
}

function AddTo({ officer: { officer, name } }: Pick<OfficerTableProps, 'officer'>) {
  return (
    <>
      By day. A duty or time away leads to its correction.{' '}
      <a class="govuk-link w-noprint" href={`/ringfence/duties/of/${officer}/new`}>
        Add a duty, pattern or leave<span class="govuk-visually-hidden">: {name}</span>
      </a>
    </>
  );
}

/** Words that lead somewhere, for who may go there. */
const Way = ({ href, text }: { href: string | null; text: string }) =>
  href === null ? (
    text
  ) : (
    <a class="govuk-link" href={href}>
      {text}
    </a>
  );

function AwayOf({ duty, inView, writes }: { duty: Duty } & Pick<OfficerTableProps, 'inView' | 'writes'>) {
  const away = inView.absences.filter((absence) => absence.duty === duty.id && absence.standing !== 'withdrawn');
  return (
    <>
      {away.map(({ id, from, to, reason, order, standing }) => {
        const ruled = inView.rulings.get(id);
        return (
          <span key={id} class="w-line">
            <Way
              href={writes ? `/ringfence/team/absences/${id}/correct` : null}
              text={`${sayAt(from, from)} to ${to === null ? 'the end of the duty' : sayAt(to, from)}: ${sayReason(reason)}, ${byOrderOf(order)}.`}
            />{' '}
            {ruled === undefined ? null : (
              <Tag text={rulingWords(ruled)} weight={ruled.ruling === 'breach' ? 'breach' : 'plain'} />
            )}{' '}
            {standing === 'disputed' ? <Tag text="Disputed" weight="clear" /> : null}
          </span>
        );
      })}
    </>
  );
}
