import { addMonths, type Month, monthName, monthsBetween } from '../lib/calendar/month.ts';
import { countWords } from './count-words.ts';
import { meanNumber } from './mean-number.ts';
import { MonthAxes } from './month-axes.tsx';
import { type MonthlySeries, type SeriesGeometry, seriesGeometry } from './series-geometry.ts';
import { wholeNumber } from './whole-number.ts';

export interface SeriesChartProps {
  series: MonthlySeries;
  /** Pixels. */
  width: number;
  /** What the chart shows, for its text alternative: "Robbery by month". */
  what: string;
  /** Months to set apart, such as those counted in the demand index, with their average. */
  span?: { from: Month; to: Month; label: string };
  /** A month from which something differs, such as the first month of the ward. */
  mark?: { month: Month; label: string };
  /** Months whose figure seems to lack much: each an open dot, to be said in words beside the chart. */
  doubtful?: readonly Month[];
}

/** Mean of the months of a span; null unless every one of them has a value. */
function spanMean({ firstMonth, values }: MonthlySeries, span: { from: Month; to: Month }): number | null {
  const within = values.slice(
    Math.max(0, monthsBetween(firstMonth, span.from)),
    Math.max(0, monthsBetween(firstMonth, span.to) + 1),
  );
  const known = within.filter((value) => value !== null);
  const complete = known.length === monthsBetween(span.from, span.to) + 1;
  return complete ? known.reduce((sum, value) => sum + value, 0) / known.length : null;
}

/**
 * One measure of one area, month by month, on a scale from zero. A function of its width: text is never scaled.
 * Months without a value are gaps. A table with every value always stands behind it.
 */
export function SeriesChart({ series, width, what, span, mark, doubtful = [] }: SeriesChartProps) {
  if (series.values.every((value) => value === null)) return null;
  const narrow = width < 400;
  const geometry = seriesGeometry(series, width, span === undefined ? 12 : narrow ? 44 : 94);
  const mean = span === undefined ? null : spanMean(series, span);
  return (
    <svg
      class="w-chart"
      width={width}
      height={geometry.height}
      viewBox={`0 0 ${width} ${geometry.height}`}
      role="img"
      aria-label={description(series, what, doubtful)}
    >
      {span === undefined ? null : <Span geometry={geometry} series={series} span={span} />}
      <MonthAxes geometry={geometry} firstMonth={series.firstMonth} sayTick={wholeNumber} />
      <path class={geometry.everyMonthHasDot ? 'w-line' : 'w-line w-line--long'} d={geometry.path} />
      {geometry.dots.map(({ index, value }) => (
        <circle
          key={index}
          class="w-dot"
          cx={geometry.x(index).toFixed(1)}
          cy={geometry.y(value).toFixed(1)}
          r={narrow ? 3.5 : 4.5}
        />
      ))}
      <Doubtful geometry={geometry} series={series} months={doubtful} />
      {mark === undefined ? null : <Mark geometry={geometry} series={series} mark={mark} />}
      {span === undefined || mean === null ? null : (
        <Mean geometry={geometry} series={series} span={span} mean={mean} label={narrow ? '' : 'average '} />
      )}
    </svg>
  );
}

/** The chart in words; doubtful months lie outside the range, for they say nothing of what is usual. */
function description({ firstMonth, values }: MonthlySeries, what: string, doubtful: readonly Month[]): string {
  const without = values.filter((_, at) => !doubtful.includes(addMonths(firstMonth, at)));
  const sure = without.filter((value) => value !== null);
  const known = sure.length === 0 ? values.filter((value) => value !== null) : sure;
  const months = `${monthName(firstMonth)} to ${monthName(addMonths(firstMonth, values.length - 1))}`;
  const doubt = doubtful.length === 0 ? '' : `, with ${countWords(doubtful.length, 'doubtful month')} besides`;
  return `Chart of ${what}, ${months}: between ${wholeNumber(Math.min(...known))} and ${wholeNumber(Math.max(...known))} a month${doubt}. The table below has every month.`;
}

interface PartProps {
  geometry: SeriesGeometry;
  series: MonthlySeries;
}

function Span({ geometry, series, span }: PartProps & { span: NonNullable<SeriesChartProps['span']> }) {
  const { x, top, bottom, left } = geometry;
  const from = Math.max(left, x(monthsBetween(series.firstMonth, span.from) - 0.5));
  const to = Math.min(geometry.right + 6, x(monthsBetween(series.firstMonth, span.to) + 0.5));
  if (to <= from) return null;
  return (
    <>
      <rect class="w-band" x={from.toFixed(1)} y={top} width={(to - from).toFixed(1)} height={bottom - top} />
      <text class="w-t-soft w-end" x={to.toFixed(1)} y={top - 7}>
        {span.label}
      </text>
    </>
  );
}

function Doubtful({ geometry, series, months }: PartProps & { months: readonly Month[] }) {
  return (
    <>
      {months.map((month) => {
        const index = monthsBetween(series.firstMonth, month);
        const value = series.values[index] ?? null;
        return value === null ? null : (
          <circle
            key={month}
            class="w-doubt"
            cx={geometry.x(index).toFixed(1)}
            cy={geometry.y(value).toFixed(1)}
            r={5}
          />
        );
      })}
    </>
  );
}

function Mark({ geometry, series, mark }: PartProps & { mark: NonNullable<SeriesChartProps['mark']> }) {
  const index = monthsBetween(series.firstMonth, mark.month);
  if (index <= 0 || index >= series.values.length) return null;
  const x = geometry.x(index - 0.5);
  const beside = x - geometry.left > 110;
  return (
    <>
      <path class="w-mark-line" d={`M${x.toFixed(1)} ${geometry.top}V${geometry.bottom}`} />
      <text
        class={beside ? 'w-t-soft w-end w-haloed' : 'w-t-soft w-haloed'}
        x={(x + (beside ? -5 : 5)).toFixed(1)}
        y={geometry.top + 12}
      >
        {mark.label}
      </text>
    </>
  );
}

interface MeanProps extends PartProps {
  span: { from: Month; to: Month };
  mean: number;
  label: string;
}

function Mean({ geometry, series, span, mean, label }: MeanProps) {
  const y = geometry.y(mean).toFixed(1);
  const from = geometry.x(monthsBetween(series.firstMonth, span.from) - 0.5).toFixed(1);
  const to = geometry.x(monthsBetween(series.firstMonth, span.to) + 0.5).toFixed(1);
  return (
    <>
      <path class="w-mean" d={`M${from} ${y}H${to}`} />
      <text class="w-t" x={geometry.right + 12} y={Number(y) + 4.5}>
        {`${label}${meanNumber(mean)}`}
      </text>
    </>
  );
}
