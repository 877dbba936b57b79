import { monthName } from '../../lib/calendar/month.ts';
import type { Cell, ColumnType, OpenTable, TableColumn } from '../../lib/tables/index.ts';
import { meanNumber } from '../../ui/mean-number.ts';
import type { ChartPoint, ControlChart } from './model.ts';
import { sayMark } from './say-mark.ts';

type Column = TableColumn & { of(point: ChartPoint): Cell };

const column = (
  name: string,
  title: string,
  type: ColumnType,
  description: string,
  of: (point: ChartPoint) => Cell,
  always = false,
): Column => ({ name, title, type, description, of, always });

const COLUMNS: readonly Column[] = [
  column('month', 'Month', 'month', 'The month; of a quarter its last.', (point) => point.month, true),
  column('recorded', 'Recorded', 'number', 'The figure as recorded.', (point) => point.recorded),
  column('value', 'Value drawn', 'number', 'What the chart draws and judges.', (point) => point.value),
  column('month_factor', 'Month factor', 'number', 'Usual share of the average month.', (point) => point.monthFactor),
  column('centre', 'Centre', 'number', 'Mean of the baseline; of months without any the median.', centre),
  column(
    'lower',
    'Lower limit',
    'number',
    'None where nothing could lie below it.',
    (point) => point.lines?.lower ?? null,
  ),
  column('upper', 'Upper limit', 'number', 'Limit of the usual chart.', (point) => point.lines?.upper ?? null),
  column(
    'wide_lower',
    'Lower wider limit',
    'number',
    'Limit that holds the designed rate of false alarms.',
    (point) => point.lines?.wideLower ?? null,
  ),
  column(
    'wide_upper',
    'Upper wider limit',
    'number',
    'Limit that holds the designed rate of false alarms.',
    (point) => point.lines?.wideUpper ?? null,
  ),
  column('baseline', 'Baseline', 'yes or no', 'Whether limits are taken from it.', (point) => point.baseline, true),
  column('judged', 'Judged', 'yes or no', 'Whether a mark would count.', (point) => point.judged, true),
  column('doubtful', 'Doubtful', 'yes or no', 'Seems to lack much of what happened.', (point) => point.doubtful, true),
  column('mark', 'Mark', 'text', 'Rule it is marked by, and which way.', (point) => sayMark(point)),
  column('clear', 'Clear', 'yes or no', 'Beyond the wider limits too.', (point) => point.clear, true),
];

function centre(point: ChartPoint): number | null {
  return point.lines?.centre ?? null;
}

/** A chart as a table that leaves Wardroom: a row for each point. */
export function chartOpenTable(chart: ControlChart, made: string): OpenTable {
  const { figures, measure, from, to, points, finding, remarks } = chart;
  return {
    name: `control-chart-${measure}-${slug(figures.area.name)}-${from}-${to}`,
    title: finding,
    description: `Control chart of ${measure} in ${figures.area.name}, ${monthName(from)} to ${monthName(to)}: ${chart.unit}.`,
    columns: COLUMNS,
    key: ['month'],
    rows: points.map((point) => COLUMNS.map(({ of }) => of(point))),
    notes: remarks,
    sources: figures.files.map((title) => ({ title: `${title}, vintage ${figures.vintage}` })),
    made,
  };
}

function slug(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}

/** Heads of a chart's points on a terminal. */
export const POINT_HEADS = ['Month', 'Drawn', 'Recorded', 'Lower', 'Centre', 'Upper', ''];

/** The same of one point. */
export function pointCells(point: ChartPoint): string[] {
  const { lines } = point;
  const number = (value: number | null | undefined) => (value === null || value === undefined ? '' : meanNumber(value));
  return [
    monthName(point.month),
    ...[point.value, point.recorded, lines?.lower, lines?.centre, lines?.upper].map(number),
    [sayMark(point), point.clear ? 'clear' : null, point.doubtful ? 'doubtful' : null].filter(Boolean).join(', '),
  ];
}
