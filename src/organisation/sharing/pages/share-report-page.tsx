import { Button } from '../../../ui/button.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { errorOf, FormPage, type FormProblem } from '../../../ui/form-page.tsx';
import { longDate } from '../../../ui/long-date.ts';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { ShareRow } from '../fair-share.ts';
import { type Asset, SHARED_BY, type SharedBy } from '../model.ts';
import { KINDS_OF_ASSET, MEASURED_BY, sayFairShare, sayHours } from '../say-fair-share.ts';

export interface ShareReportPageModel {
  /** Whether what is shared is made up. */
  synthetic: boolean;
  typed: { from: string; to: string; by: SharedBy };
  problems: readonly FormProblem[];
  nameOf: (borough: string) => string;
  /** null: it could not be asked for. */
  report: { rows: readonly ShareRow[]; shares: ReadonlyMap<string, number> } | null;
}

/** Hours that each borough booked in a span, by kind, beside its share. */
export function ShareReportPage({ synthetic, typed, problems, nameOf, report }: ShareReportPageModel) {
  return (
    <FormPage
      title="Fair share by borough"
      active="/organisation"
      above={[
        { text: 'Workforce', href: '/organisation' },
        { text: 'Shared', href: '/organisation/sharing' },
      ]}
      problems={problems}
      synthetic={synthetic}
    >
      <p class="w-lead">
        Hours booked of what is shared, beside what each borough would have had by its share. Bookings are cut at the
        ends of the days asked about.
      </p>
      <form action="/organisation/sharing/report" method="get" class="w-form">
        <TextField
          id="from"
          name="from"
          label="First day"
          type="date"
          value={typed.from}
          {...errorOf(problems, 'from')}
        />
        <TextField id="to" name="to" label="Last day" type="date" value={typed.to} {...errorOf(problems, 'to')} />
        <SelectField
          id="by"
          name="by"
          label="Share of"
          choices={SHARED_BY.map((value) => ({ value, text: MEASURED_BY[value] }))}
          value={typed.by}
        />
        <Button text="Show" secondary />
      </form>
      {report === null ? null : <Report report={report} typed={typed} nameOf={nameOf} synthetic={synthetic} />}
    </FormPage>
  );
}

type ReportProps = { report: NonNullable<ShareReportPageModel['report']> } & Pick<
  ShareReportPageModel,
  'typed' | 'nameOf' | 'synthetic'
>;

function Report({ report, typed, nameOf, synthetic }: ReportProps) {
  const { rows, shares } = report;
  const whole = [...shares.values()].reduce((sum, share) => sum + share, 0);
  if (whole === 0) return <p>No share of {MEASURED_BY[typed.by]} is known: choose another.</p>;
  const days = `from ${longDate(typed.from)} to ${longDate(typed.to)}`;
  if (rows.length === 0) return <p>Nothing was booked {days}.</p>;
  const kinds = [...new Set(rows.map(({ kind }) => kind))] as Asset['kind'][];
  return (
    <>
      <ul class="govuk-list govuk-list--bullet">
        {kinds.map((kind) => (
          <li key={kind}>
            {KINDS_OF_ASSET[kind]}:{' '}
            {sayFairShare(
              rows.filter((row) => row.kind === kind),
              nameOf,
            )}
          </li>
        ))}
      </ul>
      <DataTable
        caption={`Hours booked ${days}`}
        synthetic={synthetic}
        sub={`Shares of ${MEASURED_BY[typed.by]}: ${[...shares].map(([code, share]) => `${nameOf(code)} ${Math.round((share / whole) * 100)}%`).join(', ')}.`}
        phones="stack"
        columns={[
          { head: 'Borough', rowHeader: true, cell: ({ boroughCode }) => nameOf(boroughCode) },
          { head: 'Hours booked', number: true, cell: ({ hours }) => sayHours(hours) },
          { head: 'Its share, hours', number: true, cell: ({ fairHours }) => sayHours(fairHours) },
          { head: 'Difference, hours', number: true, cell: ({ difference }) => sayHours(difference) },
        ]}
        sections={kinds.map((kind) => ({
          heading: KINDS_OF_ASSET[kind],
          kind: 'group',
          rows: rows.filter((row) => row.kind === kind),
        }))}
        rowKey={({ kind, boroughCode }) => `${kind} ${boroughCode}`}
      />
    </>
  );
}
