import { monthName } from '../../../lib/calendar/month.ts';
import { type MonthReport, sayReasonRow, sayRuling, type WardHere, wholeHours } from '../../../ringfence/index.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import type { WardInView } from '../../view-models.ts';

/** Why officers were away: the ward's own reasons of a whole financial year, or else its borough's of the month; and the rule. */
export function WhyTheyWereAway({ here, latest, ward }: { here: WardHere; latest: MonthReport; ward: WardInView }) {
  const { wardYear, borough } = here;
  const told = wardYear ?? borough?.total ?? null;
  const whose =
    wardYear === null ? `in ${ward.borough} in ${monthName(latest.month)}` : `here, April to March ${wardYear.year}`;
  return (
    <div>
      {told === null ? null : (
        <DataTable
          caption={`Why they were away ${whose}`}
          synthetic={latest.synthetic}
          compact
          columns={[
            { head: 'Reason', rowHeader: true, cell: ({ reason }) => sayReasonRow(reason) },
            { head: 'Hours', number: true, cell: ({ minutes }) => wholeHours(minutes) },
            { head: 'Counts as', cell: ({ ruling }) => sayRuling(ruling) },
          ]}
          rows={told.byReason.toSorted((a, b) => b.minutes - a.minutes)}
          rowKey={({ reason, ruling }) => `${reason}/${ruling}`}
        />
      )}
      {wardYear === null ? (
        <p class="w-note">
          Reasons of one ward are shown for whole financial years only, where at least 3 officers stand behind them.
        </p>
      ) : null}
      <p class="w-note">
        The rule, as the Mayor put it in January 2017: dedicated officers are not pulled from their ward “save for the
        exceptions”, Carnival and New Year’s Eve. For officers above a ward’s first two that was “the hope”.{' '}
        {monthName(latest.month)} was ruled by{' '}
        <a class="govuk-link" href="/ringfence/policy">
          “{latest.policy.title}”
        </a>
        .
      </p>
      {here.before === null ? null : (
        <p class="w-note">
          {here.before.synthetic ? 'For comparison, made-up figures' : 'For comparison, real figures'} from before the
          ledger, which nobody ruled: {here.before.sentence}
        </p>
      )}
    </div>
  );
}
