import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import { wholeNumber } from '../../../../ui/whole-number.ts';
import type { Stability } from '../../../stability/model.ts';
import { sayShare } from '../../../stability/say-share.ts';
import type { NamedWard } from '../compare/every-ward-table.tsx';

interface Row extends NamedWard {
  officers: number;
  /** Share of the weightings that give it that number. */
  same: number;
  /** The number it has most often where it has not that one, with the share; null where it always has. */
  otherwise: { officers: string; share: number } | null;
  /** Share of the weightings within the parties' bounds that give it that number; null where none gave any. */
  sameWithin: number | null;
}

export interface StabilityTableProps {
  wards: readonly NamedWard[];
  /** Ward code → officers of the proposal chosen. */
  officers: Readonly<Record<string, number>>;
  stability: Stability;
  /** The same within the bounds that the parties gave; null where none gave any. */
  within: Stability | null;
  synthetic: boolean;
}

/** How often other weightings give each ward the number that it has, those that depend most on the weights first. */
export function StabilityTable({ wards, officers, stability, within, synthetic }: StabilityTableProps) {
  const rows = rowsOf(wards, officers, stability, within);
  return (
    <DataTable<Row>
      caption="The same number in other weightings"
      sub={[
        `Of ${wholeNumber(stability.samples)} other weightings, the share that gives the ward the number it has.`,
        ...(within === null ? [] : ['“Within bounds”: of as many that the parties said they would accept.']),
        ...stability.remarks,
      ].join(' ')}
      synthetic={synthetic}
      compact
      rows={rows}
      rowKey={({ code }) => code}
      columns={[
        { head: 'Ward', rowHeader: true, cell: ({ name }) => name },
        { head: 'Officers', number: true, cell: (row) => <b>{row.officers}</b> },
        { head: 'Same number', number: true, cell: ({ same }) => sayShare(same) },
        ...(within === null ? [] : [WITHIN]),
        {
          head: 'Otherwise most often',
          number: true,
          cell: ({ otherwise }) =>
            otherwise === null ? 'always the same' : `${otherwise.officers}, in ${sayShare(otherwise.share)}`,
        },
      ]}
    />
  );
}

const WITHIN: Column<Row> = {
  head: 'Within bounds',
  number: true,
  cell: ({ sameWithin }) => (sameWithin === null ? 'not known' : sayShare(sameWithin)),
};

function rowsOf(
  wards: readonly NamedWard[],
  officers: Readonly<Record<string, number>>,
  stability: Stability,
  within: Stability | null,
): Row[] {
  const sharesOf = new Map(stability.wards.map(({ code, shares }) => [code, shares]));
  const withinOf = new Map(within?.wards.map(({ code, shares }) => [code, shares]));
  return wards
    .flatMap((ward): Row[] => {
      const shares = sharesOf.get(ward.code);
      const number = officers[ward.code];
      if (shares === undefined || number === undefined) return [];
      const [most] = Object.entries(shares)
        .filter(([other]) => other !== String(number))
        .toSorted(([, a], [, b]) => b - a);
      const otherwise = most === undefined ? null : { officers: most[0], share: most[1] };
      const accepted = withinOf.get(ward.code);
      const sameWithin = accepted === undefined ? null : (accepted[String(number)] ?? 0);
      return [{ ...ward, officers: number, same: shares[String(number)] ?? 0, otherwise, sameWithin }];
    })
    .toSorted((a, b) => a.same - b.same || a.name.localeCompare(b.name, 'en'));
}
