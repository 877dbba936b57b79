import type { Award, PlannedWard } from '../../../allocation/index.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { ordinal } from '../../../ui/ordinal.ts';

interface Reason {
  who: string;
  turn: string;
  reason: string;
}

/** Every officer and PCSO of the ward with its turn in the hand-out and its reason. */
export function ReasonForEach({ planned, synthetic }: { planned: PlannedWard; synthetic: boolean }) {
  const rows = [
    ...reasons('officer', planned.dwo, planned.awards),
    ...reasons('PCSO', planned.pcso, planned.pcsoAwards),
  ];
  if (rows.length === 0) return null;
  return (
    <DataTable<Reason>
      caption="The reason for each"
      synthetic={synthetic}
      phones="stack"
      compact
      rows={rows}
      rowKey={({ who }) => who}
      columns={[
        { head: 'Who', rowHeader: true, cell: ({ who }) => <span class="w-nw">{who}</span> },
        { head: 'Turn', cell: ({ turn }) => <span class="w-nw">{turn}</span> },
        { head: 'Reason', full: true, cell: ({ reason }) => reason },
      ]}
    />
  );
}

/** The floor first, then each award. */
function reasons(rank: 'officer' | 'PCSO', total: number, awards: Award[]): Reason[] {
  const floor = total - awards.length;
  const firsts: Reason[] =
    floor === 0
      ? []
      : [
          {
            who: floor === 1 ? `1st ${rank}` : `First ${floor} ${rank}s`,
            turn: 'floor',
            reason: 'Every ward has as many, whatever its demand.',
          },
        ];
  return [
    ...firsts,
    ...awards.map(({ officers, rank: turn, reason }) => ({
      who: `${ordinal(officers)} ${rank}`,
      turn: turn === null ? 'by rule' : ordinal(turn),
      reason,
    })),
  ];
}
