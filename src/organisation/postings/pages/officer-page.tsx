import { DataTable } from '../../../ui/data-table.tsx';
import { FormPage } from '../../../ui/form-page.tsx';
import { longDate } from '../../../ui/long-date.ts';
import { NotificationBanner } from '../../../ui/notification-banner.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import { SyntheticMark } from '../../../ui/synthetic-mark.tsx';
import { sayDays } from '../days.ts';
import type { HeldAbsence, MemberInPosts } from '../model.ts';
import { rankOn } from '../rank-problem.ts';
import { KIND_WORDS, saySeat } from '../say-seat.ts';

export interface OfficerPageModel extends MemberInPosts {
  today: string;
  /** What was just done; null when nothing was. */
  done: string | null;
  /** Keys of the postings that the reader may change. */
  mayChange: ReadonlySet<number>;
  /** Whether the reader may post the officer somewhere, give them a rank, and record absences. */
  mayPost: boolean;
  mayRank: boolean;
  mayRecord: boolean;
}

type Row = MemberInPosts['postings'][number];

/** Where an officer is posted, through time, and everything that may be changed of it. */
export function OfficerPage(model: OfficerPageModel) {
  const { officer, postings, absences, today, done, mayChange, mayPost, mayRank, mayRecord } = model;
  const here = `/organisation/postings/officers/${officer.id}`;
  const links = [
    ...(mayPost
      ? [
          { href: `${here}/post`, text: 'Post to another post' },
          { href: `${here}/transfer`, text: 'Transfer' },
        ]
      : []),
    ...(mayRank ? [{ href: `${here}/rank`, text: 'Change the rank' }] : []),
    ...(mayRecord ? [{ href: `${here}/absence`, text: 'Record an absence or adjusted duties' }] : []),
  ];
  return (
    <FormPage
      title={officer.name}
      active="/organisation"
      above={[
        { text: 'Workforce', href: '/organisation' },
        { text: 'Postings', href: '/organisation/postings' },
      ]}
      synthetic={officer.synthetic}
    >
      {done === null ? null : <NotificationBanner success heading={done} />}
      <SummaryList
        rows={[
          {
            key: 'Number',
            value: officer.synthetic ? (
              <>
                {officer.reference} <SyntheticMark />
              </>
            ) : (
              officer.reference
            ),
          },
          { key: 'Rank', value: rankOn(officer, today) ?? 'not recorded' },
          ...officer.ranks
            .filter(({ during }) => during.from > today)
            .map(({ rank, during }) => ({ key: `From ${longDate(during.from)}`, value: rank })),
        ]}
      />
      <DataTable
        caption="Postings"
        synthetic={officer.synthetic}
        phones="stack"
        {...(postings.length === 0 ? { sub: 'None: this officer is posted nowhere.' } : {})}
        columns={[
          {
            head: 'Post',
            rowHeader: true,
            cell: ({ seat }: Row) => (
              <a class="govuk-link" href={`/organisation/postings/posts/${seat.id}`}>
                {saySeat(seat)}
              </a>
            ),
          },
          { head: 'Fraction', number: true, cell: ({ fraction }: Row) => fraction },
          { head: 'Days', cell: ({ during }: Row) => sayDays(during) },
          { head: 'Kind', cell: sayKind },
          {
            head: 'Change it',
            full: true,
            cell: (row: Row) => (mayChange.has(row.id) ? <Changes row={row} today={today} /> : null),
          },
        ]}
        rows={postings}
        rowKey={({ id }) => String(id)}
        isHere={({ during }) => during.from <= today && (during.until === null || today < during.until)}
      />
      {absences === null || absences.length === 0 ? null : (
        <Absences absences={absences} mayRecord={mayRecord} synthetic={officer.synthetic} />
      )}
      {links.length === 0 ? null : (
        <ul class="govuk-list">
          {links.map(({ href, text }) => (
            <li key={href}>
              <a class="govuk-link" href={href}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      )}
    </FormPage>
  );
}

function sayKind({ kind, returnsOn, fromUnit }: Row): string {
  const back = kind === 'rotation' && returnsOn !== null ? `, back after ${longDate(returnsOn)}` : '';
  return `${KIND_WORDS[kind]}${back}${fromUnit === null ? '' : `, from ${fromUnit}`}`;
}

function Changes({ row, today }: { row: Row; today: string }) {
  const held = `/organisation/postings/held/${row.id}`;
  const which = `${row.seat.reference}, ${sayDays(row.during)}`;
  const over = row.during.until !== null && row.during.until <= today;
  const ways = [
    { href: `${held}/end`, text: over ? 'Last day' : 'End' },
    ...(over
      ? []
      : [
          { href: `${held}/fraction`, text: 'Fraction' },
          { href: `${held}/rotation`, text: 'Lend' },
        ]),
  ];
  return (
    <>
      {ways.map(({ href, text }, index) => (
        <>
          {index === 0 ? null : ' · '}
          <a class="govuk-link" href={href}>
            {text}
            <span class="govuk-visually-hidden"> of {which}</span>
          </a>
        </>
      ))}
    </>
  );
}

function Absences({
  absences,
  mayRecord,
  synthetic,
}: {
  absences: readonly HeldAbsence[];
  mayRecord: boolean;
  synthetic: boolean;
}) {
  return (
    <DataTable
      caption="Absence and adjusted duties"
      synthetic={synthetic}
      sub="The reason is kept nowhere."
      phones="stack"
      columns={[
        { head: 'What', rowHeader: true, cell: ({ kind }) => (kind === 'absent' ? 'Absent' : 'Adjusted duties') },
        { head: 'Days', cell: ({ during }) => sayDays(during) },
        {
          head: 'Change it',
          full: true,
          cell: ({ id, during }) =>
            mayRecord ? (
              <a class="govuk-link" href={`/organisation/postings/absences/${id}/end`}>
                End
                <span class="govuk-visually-hidden"> what is recorded {sayDays(during)}</span>
              </a>
            ) : null,
        },
      ]}
      rows={[...absences]}
      rowKey={({ id }) => String(id)}
    />
  );
}
