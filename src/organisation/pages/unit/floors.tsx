import { DataTable } from '../../../ui/data-table.tsx';
import { Tag } from '../../../ui/tag.tsx';
import type { WardStrength } from '../../strength/ward-strength.ts';
import { bookAddress } from '../page-address.ts';
import type { OfUnit } from './of-unit.ts';

/** Wards below their floor, or at it on paper alone. */
export function Floors({ frame, unit }: OfUnit) {
  const { below, notDeployable } = unit;
  const rows = [
    ...below.map((ward) => ({ ward, tag: <Tag text="below" weight="breach" /> })),
    ...(notDeployable ?? []).map((ward) => ({ ward, tag: <Tag text="not deployable" /> })),
  ];
  return (
    <section class="w-section" aria-labelledby="floors">
      <h2 class="w-h2" id="floors">
        Wards below their floor
      </h2>
      {rows.length === 0 ? (
        <p class="w-body">
          {unit.recorded === 0 ? 'Not known: who is posted in them is not recorded.' : 'None on this day.'}
        </p>
      ) : (
        <DataTable<{ ward: WardStrength; tag: preact.ComponentChildren }>
          caption="Below, or at the floor on paper alone"
          sub="Whole full-time equivalents posted, and deployable; promised in brackets"
          synthetic={frame.synthetic}
          phones="stack"
          rows={rows}
          rowKey={({ ward }) => ward.code}
          columns={[
            {
              head: 'Ward',
              rowHeader: true,
              cell: ({ ward }) => (
                <a class="govuk-link" href={bookAddress(`/organisation/wards/${ward.code}`, frame)}>
                  {ward.name}
                </a>
              ),
            },
            { head: 'Floor', cell: ({ tag }) => tag },
            {
              head: 'Officers posted',
              number: true,
              cell: ({ ward: { dwo } }) => `${dwo.posted.whole} (${dwo.floor})`,
            },
            { head: 'deployable', number: true, cell: ({ ward: { dwo } }) => dwo.deployable?.whole ?? 'not shown' },
            {
              head: 'PCSOs posted',
              number: true,
              cell: ({ ward: { pcso } }) => `${pcso.posted.whole} (${pcso.floor})`,
            },
            { head: 'deployable ', number: true, cell: ({ ward: { pcso } }) => pcso.deployable?.whole ?? 'not shown' },
          ]}
        />
      )}
      <p class="w-body">
        <a class="govuk-link" href={bookAddress('/organisation/check', frame)}>
          Every rule of the book, and where it is broken
        </a>
      </p>
    </section>
  );
}
