import { andList } from '../../../ui/and-list.ts';
import { Button } from '../../../ui/button.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormPage, type FormProblem } from '../../../ui/form-page.tsx';
import { NotificationBanner } from '../../../ui/notification-banner.tsx';
import type { LinkedOfficer } from '../model.ts';

export interface OfficersPageModel {
  unit: string;
  officers: readonly LinkedOfficer[];
  /** What was just done; null when nothing was. */
  done: string | null;
  problems: readonly FormProblem[];
}

/** Who signs in as which officer of a ward: said by inspectors and command, and by nobody of themselves. */
export function OfficersPage({ unit, officers, done, problems }: OfficersPageModel) {
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
      <DataTable
        caption={`Officers of the wards of ${unit}`}
        phones="stack"
        rowKey={({ reference }: LinkedOfficer) => reference}
        rows={[...officers]}
        columns={[
          { head: 'Officer', rowHeader: true, cell: ({ name, reference }) => `${name} (${reference})` },
          { head: 'Rank', cell: ({ rank }) => rank },
          { head: 'Ward', cell: ({ wards }) => andList(wards) },
          { head: 'Signs in as', cell: ({ person }) => person?.email ?? 'nobody yet' },
          { head: 'Change', hideHead: true, cell: (row) => <Change {...row} /> },
        ]}
      />
    </FormPage>
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
    <Form action={`${at}/unlink`}>
      <Button text={`Unlink ${name}`} secondary preventDoubleClick />
    </Form>
  );
}
