import { AtWidths } from '../../ui/at-widths.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { percent } from '../../ui/percent.ts';
import type { Minutes } from '../reports/model.ts';
import { type WaterfallStep, waterfallOf } from './waterfall-of.ts';
import { wholeHours } from './whole-hours.ts';

/** From the hours promised to the hours on the ward: each step one row, drawn where the one before it ended. */
export function WaterfallTable({ row, synthetic }: { row: Minutes; synthetic: boolean }) {
  const steps = waterfallOf(row);
  const full = Math.max(...steps.map(({ to }) => to), 1);
  return (
    <DataTable
      caption="From the hours promised to the hours on the ward"
      sub="Promised: posts × contracted hours. Time that nobody confirmed is presumed, and stands apart."
      synthetic={synthetic}
      compact
      columns={[
        { head: 'Step', rowHeader: true, cell: ({ name, total }) => (total ? <b>{name}</b> : name) },
        {
          head: 'Drawn',
          hideHead: true,
          cell: (step) => (
            <AtWidths tiny={40} narrow={70} wide={420}>
              {(width) => <StepBar step={step} full={full} width={width} />}
            </AtWidths>
          ),
        },
        { head: 'Hours', number: true, cell: ({ minutes, sign }) => `${sign}${wholeHours(minutes)}` },
        {
          head: 'Of promised',
          number: true,
          cell: ({ minutes }) => (row.promisedMinutes > 0 ? percent(minutes / row.promisedMinutes, 0) : '–'),
        },
      ]}
      rows={steps}
      rowKey={({ name }) => name}
    />
  );
}

function StepBar({ step, full, width }: { step: WaterfallStep; full: number; width: number }) {
  const x = (minutes: number) => 1 + (minutes / full) * (width - 2);
  const length = Math.max(step.minutes > 0 ? 1.5 : 0, x(step.to) - x(step.from));
  const fill =
    step.part === 'exception' ? { fill: 'url(#w-hatch)' } : step.part === 'unruled' ? { fill: 'url(#w-dots)' } : {};
  return (
    <svg class="w-inline" width={width} height={18} viewBox={`0 0 ${width} 18`} aria-hidden="true" focusable="false">
      <rect
        class={step.part === null ? 'w-bar-fill' : `w-hours-${step.part}`}
        x={Math.min(x(step.from), width - 2.5).toFixed(1)}
        y={2}
        width={length.toFixed(1)}
        height={14}
        {...fill}
      />
    </svg>
  );
}
