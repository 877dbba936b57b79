import { type Month, monthName } from '../../lib/calendar/month.ts';
import { AtWidths } from '../../ui/at-widths.tsx';
import { ControlChart, ControlChartKey } from '../../ui/control-chart.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Details } from '../../ui/details.tsx';
import { Figure } from '../../ui/figure.tsx';
import { percent } from '../../ui/percent.ts';
import { type MonthShare, shareChart } from './share-chart.ts';
import { wholeHours } from './whole-hours.ts';

/** A month with the hours that its share is of. */
export interface ShareMonth extends MonthShare {
  availableMinutes: number;
  awayMinutes: number;
}

export interface ShareSectionProps {
  /** In time order, without gaps. */
  months: readonly ShareMonth[];
  /** Whose time: "Central North". */
  area: string;
  /** What the share is of, for the chart's sub-title. */
  sub: string;
  source: string;
  synthetic: boolean;
}

/** The share of time elsewhere month by month: its finding, the control chart, and the table behind it. */
export function ShareSection({ months, area, sub, source, synthetic }: ShareSectionProps) {
  const chart = shareChart(months);
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined || months.length < 2) return null;
  return (
    <Figure
      title={`${area}: ${chart.finding.charAt(0).toLowerCase()}${chart.finding.slice(1)}`}
      sub={`${sub}, ${span(first.month, last.month)}`}
      source={source}
      synthetic={synthetic}
    >
      <AtWidths wide={1060}>
        {(width) => (
          <ControlChart
            points={chart.points}
            width={width}
            what={`the share of time spent elsewhere in ${area}, per cent`}
            baselineEnd={chart.baselineEnd}
          />
        )}
      </AtWidths>
      {chart.points.some(({ lines }) => lines !== null) ? (
        <ControlChartKey special={chart.points.map(({ special }) => special)} />
      ) : null}
      <p class="w-note">{chart.note}</p>
      <Details summary="Every month as a table">
        <DataTable
          caption={`Time elsewhere in ${area} by month`}
          synthetic={synthetic}
          compact
          columns={[
            { head: 'Month', rowHeader: true, cell: ({ month }) => monthName(month) },
            { head: 'Hours', number: true, cell: ({ availableMinutes }) => wholeHours(availableMinutes) },
            { head: 'Elsewhere', number: true, cell: ({ awayMinutes }) => wholeHours(awayMinutes) },
            { head: 'Share', number: true, cell: shareWords },
          ]}
          rows={[...months].reverse()}
          rowKey={({ month }) => month}
        />
      </Details>
    </Figure>
  );
}

function shareWords({ share, doubtful }: ShareMonth) {
  if (share === null) return '–';
  return doubtful ? `${percent(share)}, not complete` : percent(share);
}

const span = (from: Month, to: Month): string =>
  from === to ? monthName(from) : `${monthName(from)} to ${monthName(to)}`;
