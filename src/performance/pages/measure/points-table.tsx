import { monthName } from '../../../lib/calendar/month.ts';
import { sayValue } from '../../../ui/control-chart.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { NoFigure } from '../../../ui/no-figure.tsx';
import type { ChartPoint, ControlChart } from '../../charts/model.ts';
import { sayMark } from '../../charts/say-mark.ts';

/** Every point of a control chart with its lines and its mark in words, the latest first. */
export function PointsTable({ chart, caption }: { chart: ControlChart; caption: string }) {
  return (
    <DataTable<ChartPoint>
      caption={caption}
      sub={`${chart.unit}, the latest first`}
      synthetic={chart.figures.synthetic}
      columns={columnsOf(chart)}
      rows={chart.points.toReversed()}
      rowKey={({ month }) => month}
      phones="scroll"
      compact
    />
  );
}

function columnsOf({ kind, season, points }: ControlChart): Column<ChartPoint>[] {
  const drawnApart = kind !== 'xmr' || season?.adjusted === true;
  const number = (head: string, of: (point: ChartPoint) => number | null): Column<ChartPoint> => ({
    ...{ head, number: true },
    cell: (point) => sayOrNone(of(point)),
  });
  return [
    { head: 'Month', rowHeader: true, cell: ({ month }) => <span class="w-nw">{monthName(month)}</span> },
    number('Recorded', ({ recorded }) => recorded),
    ...(drawnApart ? [number(DRAWN[kind], ({ value }) => value)] : []),
    number('Average', ({ lines }) => lines?.centre ?? null),
    number('Lower limit', ({ lines }) => lines?.lower ?? null),
    number('Upper limit', ({ lines }) => lines?.upper ?? null),
    ...(points.some(({ mark, doubtful }) => mark !== null || doubtful) ? [{ head: 'Marked', cell: sayWhy }] : []),
  ];
}

const DRAWN: Record<ControlChart['kind'], string> = {
  xmr: 'Year’s cycle taken out',
  u: 'Rate',
  g: 'Months without any before it',
};

/** Why a point is marked, in words; empty for an ordinary one. */
function sayWhy(point: ChartPoint): string {
  const mark = sayMark(point);
  const said = [
    point.doubtful ? 'doubtful, not judged' : '',
    mark === null ? '' : `${mark}: ${point.clear ? 'out of the ordinary' : 'could be chance'}`,
  ];
  return said.filter(Boolean).join('; ');
}

function sayOrNone(value: number | null) {
  return value === null ? <NoFigure because="none" /> : sayValue(value);
}
