import { addMonths, type Month, monthName, parseMonth } from '../../../lib/calendar/month.ts';
import { type Series, sayOrigins, saySource } from '../../../measures/index.ts';
import { andList } from '../../../ui/and-list.ts';
import { AtWidths } from '../../../ui/at-widths.tsx';
import { Details } from '../../../ui/details.tsx';
import { Figure } from '../../../ui/figure.tsx';
import { meanNumber } from '../../../ui/mean-number.ts';
import { MonthTable } from '../../../ui/month-table.tsx';
import { sentenceCase } from '../../../ui/sentence-case.ts';
import { SeriesChart } from '../../../ui/series-chart.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { wholeNumber } from '../../../ui/whole-number.ts';
import type { AverageWard } from '../../average-ward.ts';
import { latestYear, type Months, sumOver } from '../../latest-year.ts';
import { measureId } from '../../page-address.ts';
import type { WardPageModel, WardSeries } from '../../view-models.ts';

export interface MeasureChartProps extends WardSeries {
  model: WardPageModel;
}

const WIDE = 545;

/** One measure of the ward, month by month: its latest year as the finding, the chart, what it compares with, the table. */
export function MeasureChart({ measure, series, averageWard, model }: MeasureChartProps) {
  const year = latestYear([series], model.asAt);
  const last = addMonths(series.firstMonth, series.values.length - 1);
  const span = year === null ? undefined : { ...year, label: spanLabel(measure.name, year, model) };
  const mark = series.backCast ? { month: firstMonthOf(model), label: 'ward created' } : undefined;
  return (
    <div id={measureId(measure.name)}>
      <Figure
        title={finding(measure.title, series, year)}
        sub={`${sentenceCase(measure.unit)} each month, ${monthName(series.firstMonth)} to ${monthName(last)}`}
        synthetic={series.synthetic}
      >
        <AtWidths wide={WIDE}>
          {(width) => (
            <SeriesChart
              series={series}
              width={width}
              what={`${measure.title.toLowerCase()} by month`}
              doubtful={series.doubtful}
              {...(span === undefined ? {} : { span })}
              {...(mark === undefined ? {} : { mark })}
            />
          )}
        </AtWidths>
      </Figure>
      <p class="w-body">{comparison(series, year, averageWard)}</p>
      <Details summary={`${measure.title} by month as a table`}>
        <MonthTable caption={`${measure.title} by month`} series={series} />
      </Details>
      <p class="w-note w-file">
        {series.backCast ? (
          <>
            <Tag text="Back-cast" />{' '}
          </>
        ) : null}
        {doubtNote(series)}
        {measure.definition} {series.synthetic ? '' : `${sayOrigins([series]).join(' ')} `}
        {saySource(measure.publisher, series)}
      </p>
    </div>
  );
}

function finding(title: string, series: Series, year: Months | null): string {
  const sum = year === null ? null : sumOver(series, year);
  if (year === null || sum === null) return `${title}: no twelve months in a row`;
  return `${title}: ${wholeNumber(sum)} in the year to ${monthName(year.to)}`;
}

/** "An average ward had 44 in the same year. Single months lay between 1 and 16." Doubtful months lie in neither. */
function comparison(series: Series, year: Months | null, averageWard: AverageWard | null): string {
  const figures = series.values
    .filter((_, at) => !series.doubtful.includes(addMonths(series.firstMonth, at)))
    .filter((value) => value !== null);
  const range =
    figures.length === 0
      ? 'Every single month is doubtful.'
      : `Single months lay between ${wholeNumber(Math.min(...figures))} and ${wholeNumber(Math.max(...figures))}.`;
  if (averageWard === null) return range;
  const { mean, year: over } = averageWard;
  if (year?.to === over.to) return `An average ward had ${meanNumber(mean)} in the same year. ${range}`;
  const own = sumOver(series, over);
  const beside = own === null ? '' : ` and this one ${wholeNumber(own)}`;
  return `An average ward had ${meanNumber(mean)}${beside} in the year to ${monthName(over.to)}, the latest that every ward has. ${range}`;
}

/** The months set apart are those demand is counted over, when they are; else simply the latest. */
function spanLabel(measure: string, year: Months, { plan }: WardPageModel): string {
  const window = plan?.plan.window;
  const counted = plan?.plan.used.some((part) => part.measure === measure) === true;
  return counted && window?.from === year.from && window.to === year.to ? 'counted in demand' : 'latest 12 months';
}

/** The first whole month of the ward set. */
function firstMonthOf({ boundaries }: WardPageModel): Month {
  return parseMonth(boundaries.from.slice(0, 7));
}

/** Months that the chart shows as open dots and no year counts. */
function doubtNote({ doubtful }: Series): string {
  if (doubtful.length === 0) return '';
  const months = andList(doubtful.map((month) => monthName(month)));
  return `${months} ${doubtful.length === 1 ? 'lacks' : 'lack'} much of what is usual and ${doubtful.length === 1 ? 'counts' : 'count'} in no sum: an open dot in the chart. `;
}
