import { andList } from '../../../ui/and-list.ts';
import { Button } from '../../../ui/button.tsx';
import { countWords } from '../../../ui/count-words.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormPage, type FormProblem } from '../../../ui/form-page.tsx';
import { NotificationBanner } from '../../../ui/notification-banner.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { chooseOfficers, type OfficersAsked, wardsOfOfficers } from '../choose-officers.ts';
import type { LinkedOfficer } from '../model.ts';

export interface OfficersPageModel {
  unit: string;
  officers: readonly LinkedOfficer[];
  asked: OfficersAsked;
  /** What was just done; null when nothing was. */
  done: string | null;
  problems: readonly FormProblem[];
}

/** Who signs in as which officer of a ward: said by inspectors and command, and by nobody of themselves. */
export function OfficersPage({ unit, officers, asked, done, problems }: OfficersPageModel) {
  const { shown, fit, page, pages } = chooseOfficers(officers, asked);
  const unlinked = officers.filter(({ person }) => person === null).length;
  return (
    <FormPage
      title="Officers and sign-ins"
      active="/ringfence"
      above={[{ text: 'Ring-fence', href: '/ringfence' }]}
      problems={problems}
      synthetic={officers.some(({ synthetic }) => synthetic)}
    >
      {done === null ? null : <NotificationBanner success heading={done} />}
      <p class="govuk-body">
        An officer sees and writes their own duties once somebody else has said who they are.{' '}
        {unlinked === 0 ? 'Everybody here is linked.' : `${unlinked} of ${officers.length} are not linked yet.`}
      </p>
      <Filter asked={asked} wards={wardsOfOfficers(officers)} />
      {fit === 0 ? (
        <p class="w-body">Nobody fits: choose another ward, or everybody.</p>
      ) : (
        <Shown {...{ unit, shown, fit, pages }} />
      )}
      <Pages asked={{ ...asked, page }} pages={pages} />
    </FormPage>
  );
}

function Filter({ asked, wards }: { asked: OfficersAsked; wards: readonly string[] }) {
  return (
    <form action="/ringfence/officers" method="get" class="w-form">
      <SelectField
        id="ward"
        name="ward"
        label="Ward"
        choices={[{ value: '', text: 'Every ward' }, ...wards.map((value) => ({ value, text: value }))]}
        value={asked.ward}
      />
      <SelectField
        id="linked"
        name="linked"
        label="Signs in"
        choices={[
          { value: '', text: 'Everybody' },
          { value: 'no', text: 'Not linked yet' },
          { value: 'yes', text: 'Linked' },
        ]}
        value={asked.linked}
      />
      <Button text="Show" secondary />
    </form>
  );
}

function Pages({ asked, pages }: { asked: OfficersAsked; pages: number }) {
  if (pages === 1) return null;
  const { ward, linked, page } = asked;
  const to = (other: number) => `/ringfence/officers?${new URLSearchParams({ ward, linked, page: String(other) })}`;
  return (
    <nav aria-label="Pages of the list">
      <p class="w-body">
        Page {page} of {pages}.{' '}
        {page === 1 ? null : (
          <a class="govuk-link" href={to(page - 1)} rel="prev">
            The page before
          </a>
        )}{' '}
        {page === pages ? null : (
          <a class="govuk-link" href={to(page + 1)} rel="next">
            The next page
          </a>
        )}
      </p>
    </nav>
  );
}

function Shown({
  unit,
  shown,
  fit,
  pages,
}: {
  unit: string;
  shown: readonly LinkedOfficer[];
  fit: number;
  pages: number;
}) {
  return (
    <DataTable
      caption={`Officers of the wards of ${unit}`}
      sub={pages === 1 ? countWords(fit, 'officer') : `${shown.length} of ${countWords(fit, 'officer')}`}
      phones="stack"
      rowKey={({ reference }: LinkedOfficer) => reference}
      rows={[...shown]}
      columns={[
        { head: 'Officer', rowHeader: true, cell: ({ name, reference }) => `${name} (${reference})` },
        { head: 'Rank', cell: ({ rank }) => rank },
        { head: 'Ward', cell: ({ wards }) => andList(wards) },
        { head: 'Signs in as', cell: ({ person }) => person?.email ?? 'Nobody yet' },
        { head: 'Change', hideHead: true, full: true, cell: (row) => <Change {...row} /> },
      ]}
    />
  );
}

function Change({ officer, name, person }: LinkedOfficer) {
  const at = `/ringfence/officers/${officer}`;
  if (person === null)
    return (
      <a class="govuk-link" href={`${at}/link`}>
        {`Link ${name}`}
      </a>
    );
  return (
    <Form action={`${at}/unlink`} class="w-inline">
      <Button text={`Unlink ${name}`} secondary preventDoubleClick />
    </Form>
  );
}
