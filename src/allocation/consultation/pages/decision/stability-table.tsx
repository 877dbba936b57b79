import { DataTable } from '../../../../ui/data-table.tsx';
import { percent } from '../../../../ui/percent.ts';
import { wholeNumber } from '../../../../ui/whole-number.ts';
import type { Stability } from '../../../stability/model.ts';
import type { NamedWard } from '../compare/every-ward-table.tsx';

interface Row extends NamedWard {
  officers: number;
  /** Share of the weightings that give it that number. */
  same: number;
  /** The number it has most often where it has not that one, with the share; null where it always has. */
  otherwise: { officers: string; share: number } | null;
}

export interface StabilityTableProps {
  wards: readonly NamedWard[];
  /** Ward code → officers of the proposal chosen. */
  officers: Readonly<Record<string, number>>;
  stability: Stability;
  synthetic: boolean;
}

/** How often other weightings give each ward the number that it has, those that depend most on the weights first. */
export function StabilityTable({ wards, officers, stability, synthetic }: StabilityTableProps) {
  const rows = rowsOf(wards, officers, stability);
  return (
    <DataTable<Row>
      caption="The same number in other weightings"
      sub={`Of ${wholeNumber(stability.samples)} other weightings, the share that gives the ward the number it has. ${stability.remarks.join(' ')}`}
      synthetic={synthetic}
      compact
      rows={rows}
      rowKey={({ code }) => code}
      columns={[
        { head: 'Ward', rowHeader: true, cell: ({ name }) => name },
        { head: 'Officers', number: true, cell: (row) => <b>{row.officers}</b> },
        { head: 'Same number', number: true, cell: ({ same }) => percent(same, 0) },
        {
          head: 'Otherwise most often',
          number: true,
          cell: ({ otherwise }) =>
            otherwise === null ? 'always the same' : `${otherwise.officers}, in ${percent(otherwise.share, 0)}`,
        },
      ]}
    />
  );
}

function rowsOf(wards: readonly NamedWard[], officers: Readonly<Record<string, number>>, stability: Stability): Row[] {
  const sharesOf = new Map(stability.wards.map(({ code, shares }) => [code, shares]));
  return wards
    .flatMap((ward): Row[] => {
      const shares = sharesOf.get(ward.code);
      const number = officers[ward.code];
      if (shares === undefined || number === undefined) return [];
      const [most] = Object.entries(shares)
        .filter(([other]) => other !== String(number))
        .toSorted(([, a], [, b]) => b - a);
      const otherwise = most === undefined ? null : { officers: most[0], share: most[1] };
      return [{ ...ward, officers: number, same: shares[String(number)] ?? 0, otherwise }];
    })
    .toSorted((a, b) => a.same - b.same || a.name.localeCompare(b.name, 'en'));
}
