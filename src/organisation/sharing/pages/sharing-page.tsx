import { DataTable } from '../../../ui/data-table.tsx';
import { FormPage } from '../../../ui/form-page.tsx';
import { saySpan } from '../../../ui/say-span.ts';
import type { Asset, Booking } from '../model.ts';
import { KINDS_OF_ASSET } from '../say-fair-share.ts';

export interface SharingPageModel {
  /** Whether what is shared is made up. */
  synthetic: boolean;
  shared: readonly { asset: Asset; next: Booking | null }[];
  nameOf: (borough: string) => string;
}

/** Everything that the boroughs of the unit share, and when each is taken next. */
export function SharingPage({ synthetic, shared, nameOf }: SharingPageModel) {
  const kinds = (Object.keys(KINDS_OF_ASSET) as Asset['kind'][]).filter((kind) =>
    shared.some(({ asset }) => asset.kind === kind),
  );
  return (
    <FormPage
      title="Shared buildings, vehicles and technology"
      active="/organisation"
      above={[{ text: 'Workforce', href: '/organisation' }]}
      synthetic={synthetic}
    >
      <p class="w-lead">Every borough of the unit may book them. Choose one to see when it is taken, and to book it.</p>
      {shared.length === 0 ? <p>Nothing is shared yet: import a file of assets.</p> : null}
      {kinds.length === 0 ? null : (
        <DataTable
          caption="What is shared"
          synthetic={synthetic}
          phones="stack"
          columns={[
            {
              head: 'Name',
              rowHeader: true,
              cell: ({ asset }) => (
                <a class="govuk-link" href={`/organisation/sharing/${asset.id}`}>
                  {asset.name}
                </a>
              ),
            },
            { head: 'Kept in', cell: ({ asset }) => nameOf(asset.boroughCode) },
            {
              head: 'Next booking',
              cell: ({ next }) => (next === null ? 'none' : `${nameOf(next.boroughCode)}, ${saySpan(next)}`),
            },
          ]}
          sections={kinds.map((kind) => ({
            heading: KINDS_OF_ASSET[kind],
            kind: 'group',
            rows: shared.filter(({ asset }) => asset.kind === kind),
          }))}
          rowKey={({ asset }) => String(asset.id)}
        />
      )}
      <p>
        <a class="govuk-link" href="/organisation/sharing/report">
          What each borough had, beside its fair share
        </a>
      </p>
    </FormPage>
  );
}
