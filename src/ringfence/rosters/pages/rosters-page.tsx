import { Button } from '../../../ui/button.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Details } from '../../../ui/details.tsx';
import { FileField } from '../../../ui/file-field.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormPage } from '../../../ui/form-page.tsx';
import { moment } from '../../../ui/moment.ts';
import { sayReason } from '../../team/say-reason.ts';
import type { KeptRoster } from '../kept.ts';
import { COLUMNS } from '../reading/columns.ts';
import { AWAY_CODES } from '../reading/roster-codes.ts';

/** Rosters that were taken in, and the form that takes another. */
export function RostersPage(model: { unit: string; rosters: readonly KeptRoster[]; problem: string | null }) {
  const { unit, rosters, problem } = model;
  return (
    <FormPage
      title="Rosters"
      active="/ringfence/team"
      above={[{ text: 'My team', href: '/ringfence/team' }]}
      problems={problem === null ? [] : [{ field: 'roster', sentence: problem }]}
      synthetic={rosters.some(({ synthetic }) => synthetic)}
    >
      <p class="w-body">
        Duties of {unit}, planned or worked, from a roster. You see what it would change before anything is changed.
        Leave, sickness and adjusted duties are read as one, and the file is not kept.
      </p>
      <Form action="/ringfence/rosters" files novalidate>
        <input type="hidden" name="unit" value={unit} />
        <FileField
          id="roster"
          name="roster"
          label="Roster"
          hint="A CSV with the columns officer, day, start, end and code, or a calendar (.ics)."
          accept=".csv,.ics"
          {...(problem === null ? {} : { error: problem })}
        />
        <div class="govuk-form-group">
          <div class="govuk-checkboxes govuk-checkboxes--small">
            <div class="govuk-checkboxes__item">
              <input class="govuk-checkboxes__input" type="checkbox" id="whole" name="whole" value="yes" />
              <label class="govuk-label govuk-checkboxes__label" for="whole">
                It is whole: remove duties of its officers and days that earlier rosters brought and it no longer has
              </label>
            </div>
          </div>
        </div>
        <Button text="See what it would change" />
      </Form>
      <Codes />
      <Listed rosters={rosters} />
    </FormPage>
  );
}

/** What a file may say, for whoever writes one. */
function Codes() {
  const others = [
    { code: 'WARD', means: 'Ward duty that is planned' },
    { code: 'WORKED', means: 'Ward duty that was worked, which confirms it' },
    { code: 'RD', means: 'A rest day' },
    { code: 'LEAVE', means: 'Leave, sickness or adjusted duties: which of them is not kept' },
    { code: 'RDW-, OT-', means: 'Before the code of what it was for: worked on a rest day, or as overtime' },
  ];
  const away = Object.entries(AWAY_CODES).map(([code, { reason }]) => ({ code, means: sayReason(reason) }));
  return (
    <Details summary="How a roster is written">
      <p>
        One duty a line below a line with the names of the columns, such as D1081,2026-03-28,07:00,15:00,WARD. Times are
        by London’s clocks.
      </p>
      <DataTable
        caption="Columns"
        sub="The first five are needed."
        compact
        phones="stack"
        rows={[...COLUMNS]}
        rowKey={({ name }) => name}
        columns={[
          { head: 'Column', rowHeader: true, cell: ({ name }) => name },
          { head: 'What it holds', full: true, cell: ({ holds }) => holds },
        ]}
      />
      <DataTable
        caption="Codes"
        compact
        rows={[...others, ...away]}
        rowKey={({ code }) => code}
        columns={[
          { head: 'Code', rowHeader: true, cell: ({ code }) => code },
          { head: 'What it means', cell: ({ means }) => means },
        ]}
      />
    </Details>
  );
}

function Listed({ rosters }: { rosters: readonly KeptRoster[] }) {
  if (rosters.length === 0) return <p class="w-body">No roster has been taken in yet.</p>;
  return (
    <DataTable
      caption="Rosters taken in, the latest first"
      synthetic={rosters.some(({ synthetic }) => synthetic)}
      phones="stack"
      rows={[...rosters]}
      rowKey={({ id }) => String(id)}
      columns={[
        {
          head: 'Roster',
          rowHeader: true,
          cell: ({ id, name }) => (
            <a class="govuk-link" href={`/ringfence/rosters/${id}`}>
              {name}
            </a>
          ),
        },
        { head: 'Taken in', cell: ({ takenInAt }) => moment(takenInAt) },
        { head: 'Duties added', number: true, cell: ({ counts }) => counts.duties },
        { head: 'Changed', number: true, cell: ({ counts }) => counts.changed + counts.removed },
        { head: 'Waiting', number: true, cell: ({ waiting }) => waiting },
      ]}
    />
  );
}
