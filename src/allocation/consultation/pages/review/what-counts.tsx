import type { DemandPart, DemandParts } from '../../../../demand/index.ts';
import { monthName } from '../../../../lib/calendar/month.ts';
import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import { longDate } from '../../../../ui/long-date.ts';
import { SyntheticMark } from '../../../../ui/synthetic-mark.tsx';
import type { WeightProposal } from '../../model.ts';
import { sayUnasked, unaskedParts, type WeightsNow } from '../../review/weights-now.ts';
import { reviewAddress } from '../../say-review.ts';
import { sayWeight } from '../../say-weight.ts';

export interface WhatCountsProps {
  review: number;
  demand: DemandParts;
  now: WeightsNow;
  /** Those that stand and that the reader may see. */
  proposals: readonly WeightProposal[];
}

/** Columns of weights that stand beside each other; the page of the comparison shows them all. */
const MOST_COLUMNS = 5;

/** The parts of demand, what each proposal would let them count for, and where their figures come from. */
export function WhatCounts({ review, demand, now, proposals }: WhatCountsProps) {
  const shown = proposals.slice(0, MOST_COLUMNS);
  const more = proposals.length - shown.length;
  const unasked = sayUnasked(unaskedParts(now.shares, demand.parts));
  return (
    <section class="w-section" aria-labelledby="counts">
      <h2 class="w-h2" id="counts">
        What counts as demand
      </h2>
      <DataTable<DemandPart>
        caption={shown.length === 0 ? 'The parts that can count' : 'The parts, and what each proposal gives them'}
        sub={`Figures as they stood on ${longDate(demand.asAt)}. ${sayWindow(demand)} ${now.head}: ${now.name}.`}
        phones="stack"
        compact
        rows={demand.parts}
        rowKey={({ component }) => component}
        columns={[
          { head: 'Part', rowHeader: true, cell: ({ title }) => title },
          { head: now.head, number: true, cell: ({ component }) => sayWeight(now.shares[component] ?? 0) },
          ...shown.map(
            ({ title, weights }): Column<DemandPart> => ({
              head: title,
              number: true,
              cell: ({ component }) => sayWeight(weights[component] ?? 0),
            }),
          ),
          { head: 'Source', full: true, cell: (part) => <Source part={part} /> },
        ]}
      />
      {unasked === null ? null : <p class="w-body">{unasked}</p>}
      {more > 0 ? (
        <p class="w-body">
          <a class="govuk-link" href={`${reviewAddress(review)}/compare`}>
            See all {proposals.length} proposals side by side
          </a>
        </p>
      ) : null}
    </section>
  );
}

function sayWindow({ window }: DemandParts): string {
  return window === null
    ? 'No monthly figures are counted.'
    : `Monthly figures are summed from ${monthName(window.from)} to ${monthName(window.to)}.`;
}

function Source({ part }: { part: DemandPart }) {
  if (part.kind === 'missing') return <small class="w-file">Missing: {part.reason}</small>;
  // Made-up figures have one name, of no file that anybody could open.
  const [file, ...others] = part.synthetic ? [] : part.files.filter((name) => name !== part.vintage);
  const from =
    file === undefined
      ? part.vintage
      : `${file}${others.length === 0 ? '' : ` and ${others.length} more`}, ${part.vintage}`;
  return (
    <small class="w-file">
      {from} {part.synthetic ? <SyntheticMark /> : null}
    </small>
  );
}
