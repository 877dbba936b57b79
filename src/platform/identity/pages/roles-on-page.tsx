import { Button } from '../../../ui/button.tsx';
import { countWords } from '../../../ui/count-words.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { errorOf, FormPage, type FormProblem } from '../../../ui/form-page.tsx';
import { longDate } from '../../../ui/long-date.ts';
import { TextField } from '../../../ui/text-field.tsx';
import type { RoleGrant } from '../model.ts';
import type { PlaceName } from '../role-words.ts';
import { sayDates, sayGrant } from './says.ts';

export interface RolesOnPageModel {
  date: string;
  /** Everybody who held a role on the day; null when the date could not be read. */
  held: readonly { holder: string; grant: RoleGrant }[] | null;
  placeName: PlaceName;
  problems: readonly FormProblem[];
}

/** Who held which role on a day, whatever came of it later. */
export function RolesOnPage({ date, held, placeName, problems }: RolesOnPageModel) {
  return (
    <FormPage
      title="Who held which role on a day"
      above={[{ text: 'People', href: '/people' }]}
      problems={problems}
      first="date"
    >
      <form action="/people/roles-on" method="get" class="w-form" novalidate>
        <TextField id="date" name="date" label="Day" type="date" value={date} {...errorOf(problems, 'date')} />
        <Button text="Show" secondary />
      </form>
      {held === null ? null : (
        <p class="w-answer">
          <b>{countWords(held.length, 'role')}</b> on {longDate(date)}, for any part of the day.
        </p>
      )}
      {held === null || held.length === 0 ? null : (
        <DataTable
          caption={`Roles held on ${longDate(date)}`}
          rows={[...held]}
          rowKey={({ grant }) => grant.id}
          phones="stack"
          columns={[
            {
              head: 'Person',
              rowHeader: true,
              cell: ({ holder, grant }) => (
                <a class="govuk-link" href={`/people/${grant.person}`}>
                  {holder}
                </a>
              ),
            },
            { head: 'Role', cell: ({ grant }) => sayGrant(grant, placeName) },
            { head: 'Dates', cell: ({ grant }) => sayDates(grant) },
          ]}
        />
      )}
    </FormPage>
  );
}
