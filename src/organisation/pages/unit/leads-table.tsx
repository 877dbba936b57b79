import { DataTable } from '../../../ui/data-table.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { Holders } from '../holders.tsx';
import type { Lead } from '../unit-view.ts';
import type { OfUnit } from './of-unit.ts';

/** Who leads each strand and each borough. */
export function LeadsTable({ frame, unit }: OfUnit) {
  return (
    <DataTable<Lead>
      caption="Who leads what"
      sub="Each strand is led across boroughs; each borough has a superintendent by name"
      synthetic={frame.synthetic}
      phones="stack"
      rows={unit.leads}
      rowKey={({ what }) => what}
      columns={[
        { head: 'What', rowHeader: true, cell: ({ what }) => what },
        {
          head: 'Who, and since when',
          full: true,
          cell: ({ lines }) =>
            lines.length === 0 ? (
              <Tag text="nobody is named" />
            ) : (
              lines.map((line) => <Holders key={line.post.reference} line={line} />)
            ),
        },
      ]}
    />
  );
}
