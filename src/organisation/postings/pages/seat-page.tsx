import { DataTable } from '../../../ui/data-table.tsx';
import { FormPage } from '../../../ui/form-page.tsx';
import { longDate } from '../../../ui/long-date.ts';
import { NotificationBanner } from '../../../ui/notification-banner.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import { sayDays } from '../days.ts';
import type { HeldPosting, Seat } from '../model.ts';
import { KIND_WORDS, saySeatPlace } from '../say-seat.ts';

export interface SeatPageModel {
  seat: Seat;
  held: readonly HeldPosting[];
  done: string | null;
  /** Whether it is a post of the made-up book. */
  synthetic: boolean;
  mayWrite: boolean;
  /** Whether the reader may close it: that takes the borough or the unit. */
  mayClose: boolean;
}

/** A post: what it is, who is in it through time, and what may be changed of it. */
export function SeatPage({ seat, held, done, synthetic, mayWrite, mayClose }: SeatPageModel) {
  const here = `/organisation/postings/posts/${seat.id}`;
  return (
    <FormPage
      title={`${seat.reference}: ${seat.title}`}
      active="/organisation"
      above={[
        { text: 'Workforce', href: '/organisation' },
        { text: 'Postings', href: '/organisation/postings' },
      ]}
      synthetic={synthetic}
    >
      {done === null ? null : <NotificationBanner success heading={done} />}
      <SummaryList
        rows={[
          { key: 'Rank', value: seat.rank },
          { key: 'Where', value: saySeatPlace(seat) },
          { key: 'Full-time equivalents', value: String(seat.fullTimeEquivalents) },
          ...(seat.wardClass === null
            ? []
            : [{ key: 'In its ward', value: seat.wardClass === 'floor' ? 'Part of the floor' : 'Above the floor' }]),
          { key: 'There', value: sayDays(seat.during) },
          ...(seat.expectedFilled === null
            ? []
            : [{ key: 'Expected to be filled', value: longDate(seat.expectedFilled) }]),
        ]}
      />
      {held.length === 0 ? (
        <p>Nobody is posted to it.</p>
      ) : (
        <DataTable
          caption="Who is in it"
          synthetic={synthetic}
          phones="stack"
          columns={[
            {
              head: 'Officer',
              rowHeader: true,
              cell: ({ officer }) => (
                <a class="govuk-link" href={`/organisation/postings/officers/${officer.id}`}>
                  {officer.name}
                </a>
              ),
            },
            { head: 'Number', cell: ({ officer }) => officer.reference },
            { head: 'Fraction', number: true, cell: ({ fraction }) => fraction },
            { head: 'Days', cell: ({ during }) => sayDays(during) },
            { head: 'Kind', cell: ({ kind }) => KIND_WORDS[kind] },
          ]}
          rows={[...held]}
          rowKey={({ id }) => String(id)}
        />
      )}
      <ul class="govuk-list">
        {mayWrite ? (
          <li>
            <a class="govuk-link" href={`${here}/fill-date`}>
              Say when it is expected to be filled
            </a>
          </li>
        ) : null}
        {mayWrite ? (
          <li>
            <a class="govuk-link" href={`/organisation/postings/officers/new?post=${seat.id}`}>
              Add an officer and post them to it
            </a>
          </li>
        ) : null}
        {mayClose ? (
          <li>
            <a class="govuk-link" href={`${here}/close`}>
              Close it
            </a>
          </li>
        ) : null}
      </ul>
    </FormPage>
  );
}
