import type { DemandPart, DemandParts } from '../../../../demand/index.ts';
import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import { wholeNumber } from '../../../../ui/whole-number.ts';
import type { WeightProposal } from '../../model.ts';
import { swingSteps } from '../../proposal/swing-steps.ts';
import { sayWeight } from '../../say-weight.ts';

export interface ProposedWeightsProps {
  proposal: WeightProposal;
  demand: DemandParts;
}

/** What was answered, as it was asked, and the weights it comes to. */
export function ProposedWeights({ proposal, demand }: ProposedWeightsProps) {
  const { given, weights, bounds } = proposal;
  const steps = new Map(swingSteps(demand).map((step) => [step.component, step]));
  const swing = given.method === 'swing';
  return (
    <section class="w-section" aria-labelledby="weights">
      <h2 class="w-h2" id="weights">
        What should count
      </h2>
      <DataTable<DemandPart>
        caption={swing ? 'The steps compared, and the weights they come to' : 'Points, and the weights they come to'}
        sub={howAsked(proposal)}
        phones="stack"
        compact
        rows={demand.parts}
        rowKey={({ component }) => component}
        columns={[
          { head: 'Part', rowHeader: true, cell: ({ title }) => title },
          ...(swing
            ? [
                {
                  head: 'The step',
                  cell: ({ component }: DemandPart) => {
                    const step = steps.get(component);
                    return step === undefined ? 'no figures' : `${step.least.ward} to ${step.most.ward}`;
                  },
                },
              ]
            : []),
          { head: 'Points', number: true, cell: ({ component }) => given.points[component] ?? 0 },
          { head: 'Counts for', number: true, cell: ({ component }) => <b>{sayWeight(weights[component] ?? 0)}</b> },
          ...(bounds === null ? [] : [boundsColumn(bounds)]),
        ]}
      />
    </section>
  );
}

function boundsColumn(bounds: NonNullable<WeightProposal['bounds']>): Column<DemandPart> {
  return {
    head: 'Would accept',
    cell: ({ component }) => {
      const [least, most] = bounds[component] ?? [0, 1];
      return least === 0 && most === 1 ? 'anything' : `${sayWeight(least)} to ${sayWeight(most)}`;
    },
  };
}

const WHOLE = 100;
const ROUNDING = 0.01;

function howAsked({ given }: WeightProposal): string {
  if (given.method === 'swing')
    return 'Asked by comparing steps: from the ward with least of a part to the ward with most. A part that differs little between wards needs more weight for its step to count the same.';
  const sum = Object.values(given.points).reduce((total, points) => total + points, 0);
  return Math.abs(sum - WHOLE) < ROUNDING
    ? 'Asked by sharing out 100 points.'
    : `Asked by sharing out 100 points. These come to ${wholeNumber(Number(sum.toFixed(3)))}, so each was rescaled in proportion.`;
}
