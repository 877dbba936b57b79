import type { OptimalPlan, PlannedWard } from '../../../allocation/index.ts';
import type { UsedComponent } from '../../../demand/index.ts';
import { monthName } from '../../../lib/calendar/month.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { percent } from '../../../ui/percent.ts';
import { ShareBar } from '../../../ui/share-bar.tsx';
import { SyntheticMark } from '../../../ui/synthetic-mark.tsx';

/** The parts of the ward's demand beside an average ward's, and what is missing from it. */
export function DemandMadeOf({ plan, planned }: { plan: OptimalPlan; planned: PlannedWard }) {
  const average = 1 / plan.wards.length;
  const shareOf = ({ component }: UsedComponent) => planned.components[component] ?? 0;
  const full = 1.15 * Math.max(average, ...plan.used.map(shareOf));
  const allMadeUp = plan.used.every(({ synthetic }) => synthetic);
  const months = plan.window ? ` Monthly figures: ${plan.window.months} months to ${monthName(plan.window.to)}.` : '';
  return (
    <>
      <DataTable<UsedComponent>
        caption="What its demand is made of"
        sub={`The ward’s share of the whole unit. The black tick is an average ward, ${percent(average)}.${months}`}
        synthetic={allMadeUp}
        compact
        rows={plan.used}
        rowKey={({ component }) => component}
        columns={[
          {
            head: 'Part',
            rowHeader: true,
            cell: ({ title, synthetic }) => (
              <>
                {title} {synthetic && !allMadeUp ? <SyntheticMark /> : null}
              </>
            ),
          },
          { head: 'Weight', number: true, cell: ({ weight }) => percent(weight, 0) },
          { head: 'Share', number: true, cell: (part) => percent(shareOf(part)) },
          {
            head: 'Share as a bar',
            hideHead: true,
            cell: (part) => <ShareBar share={shareOf(part)} average={average} full={full} />,
          },
        ]}
      />
      {plan.missing.length === 0 ? null : (
        <p class="w-note">
          {plan.missing.map(({ reason }) => reason).join(' ')} What is missing is left out, not guessed, and the other
          weights are scaled up to make the whole.
        </p>
      )}
    </>
  );
}
