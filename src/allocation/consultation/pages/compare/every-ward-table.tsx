import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import { signedNumber } from '../../../../ui/signed-number.ts';
import type { DecidedProposal } from '../../model.ts';
import { SCROLLS, sideBySideClass } from './side-by-side-class.ts';

/** A ward as a table names it. */
export interface NamedWard {
  code: string;
  name: string;
  borough: string;
}

/** What the proposals are held against: the plan in force, or one of them. */
export interface Baseline {
  /** Head of its column: "Now". */
  head: string;
  /** After "difference from": "the plan in force since 1 March 2026". */
  words: string;
  /** Number of the proposal that it is; null where it is none of them. */
  proposal: number | null;
  /** Ward code → dedicated ward officers. */
  officers: Readonly<Record<string, number>>;
}

export interface EveryWardTableProps {
  wards: readonly NamedWard[];
  proposals: readonly DecidedProposal[];
  baseline: Baseline | null;
  synthetic: boolean;
  id?: string;
}

/** Every ward's officers under every proposal, by borough; what differs from the baseline is marked +1 or −1. */
export function EveryWardTable({ wards, proposals, baseline, synthetic, id }: EveryWardTableProps) {
  const boroughs = [...new Set(wards.map(({ borough }) => borough))].toSorted();
  const others = proposals.filter((proposal) => proposal.id !== baseline?.proposal);
  return (
    <div class={sideBySideClass(proposals.length)}>
      <DataTable<NamedWard>
        caption="Every ward under every proposal"
        sub={`Dedicated ward officers${baseline === null ? '.' : `; in brackets the difference from ${baseline.words}.`} ${SCROLLS}`}
        synthetic={synthetic}
        phones="scroll"
        compact
        {...(id === undefined ? {} : { id })}
        sections={boroughs.map((borough) => ({
          heading: borough,
          kind: 'group',
          rows: wards.filter((ward) => ward.borough === borough).toSorted((a, b) => a.name.localeCompare(b.name, 'en')),
        }))}
        rowKey={({ code }) => code}
        columns={[
          {
            head: 'Ward',
            rowHeader: true,
            cell: ({ code, name }) => (
              <a class="govuk-link" href={`/ward/${code}`}>
                {name}
              </a>
            ),
          },
          ...(baseline === null ? [] : [baselineColumn(baseline)]),
          ...others.map((proposal) => proposalColumn(proposal, baseline)),
        ]}
      />
    </div>
  );
}

const baselineColumn = ({ head, officers }: Baseline): Column<NamedWard> => ({
  head,
  number: true,
  cell: ({ code }) => officers[code] ?? 'none',
});

function proposalColumn({ title, officers }: DecidedProposal, baseline: Baseline | null): Column<NamedWard> {
  return {
    head: title,
    number: true,
    cell: ({ code }) => {
      if (officers === null) return 'no plan';
      const number = officers[code] ?? 0;
      const before = baseline?.officers[code];
      const change = before === undefined ? 0 : number - before;
      if (change === 0) return number;
      return (
        <>
          <b>{number}</b> ({signedNumber(change)})
        </>
      );
    },
  };
}
