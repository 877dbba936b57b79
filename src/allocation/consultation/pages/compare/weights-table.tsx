import { findComponent } from '../../../../demand/index.ts';
import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import { SyntheticMark } from '../../../../ui/synthetic-mark.tsx';
import type { DecidedProposal } from '../../model.ts';
import { sayWeight } from '../../say-weight.ts';
import { SCROLLS, sideBySideClass } from './side-by-side-class.ts';

export interface WeightsTableProps {
  proposals: readonly DecidedProposal[];
  /** Number of the proposal that was chosen; null before. */
  chosen: number | null;
  synthetic: boolean;
}

/** Every part of demand and what each proposal would have it count for, the weightiest first. */
export function WeightsTable({ proposals, chosen, synthetic }: WeightsTableProps) {
  const parts = [...new Set(proposals.flatMap(({ weights }) => Object.keys(weights)))];
  const inAll = (part: string) => proposals.reduce((sum, { weights }) => sum + (weights[part] ?? 0), 0);
  const weighed = parts.filter((part) => inAll(part) > 0).toSorted((a, b) => inAll(b) - inAll(a));
  return (
    <div class={sideBySideClass(proposals.length)}>
      <DataTable<string>
        caption="The weights of every proposal"
        sub={
          <>
            What each part of demand counts for, in percent of the whole. {SCROLLS}{' '}
            {synthetic ? <SyntheticMark /> : null}
          </>
        }
        phones="scroll"
        compact
        rows={weighed}
        rowKey={(part) => part}
        columns={[
          { head: 'Part', rowHeader: true, cell: (part) => findComponent(part)?.title ?? part },
          ...proposals.map(
            ({ id, title, weights }): Column<string> => ({
              head: id === chosen ? `${title} (chosen)` : title,
              number: true,
              cell: (part) => {
                const text = sayWeight(weights[part] ?? 0);
                return id === chosen ? <b>{text}</b> : text;
              },
            }),
          ),
        ]}
      />
    </div>
  );
}
