import { addMonths, type Month, monthName } from '../../lib/calendar/month.ts';
import { AtWidths } from '../../ui/at-widths.tsx';
import { countWords } from '../../ui/count-words.ts';
import { Figure } from '../../ui/figure.tsx';
import { sentenceCase } from '../../ui/sentence-case.ts';
import { SeriesChart } from '../../ui/series-chart.tsx';
import type { Measure, Series } from '../model.ts';
import { sayOrigins } from '../say-origins.ts';
import { saySource } from '../say-source.ts';
import type { ShownArea } from './model.ts';
import { sayFigure, sayLatest } from './say-measure.ts';

const [HALF, WHOLE] = [545, 1080];
const EVERY = { month: 'each month', quarter: 'each quarter', year: 'each year', once: 'once' } as const;
/** Months named in a sentence; more are left to the table. */
const MOST_NAMED = 6;

/** One area's series: chart, doubtful months and gaps in words, origins, source. */
export function AreaChart({ measure, shown, alone }: { measure: Measure; shown: ShownArea; alone: boolean }) {
  const { area, series, because } = shown;
  const trimmed = withFigures(series);
  const last = addMonths(trimmed.firstMonth, trimmed.values.length - 1);
  const hidden = series.hidden ?? [];
  const gaps = gapsIn(measure, trimmed).filter((month) => !hidden.includes(month));
  return (
    <div>
      <Figure
        title={sayLatest(measure, area.name, series)}
        sub={
          trimmed.values.length === 1
            ? `${sentenceCase(measure.unit)}, ${monthName(last)}`
            : `${sentenceCase(measure.unit)} ${EVERY[measure.every]}, ${monthName(trimmed.firstMonth)} to ${monthName(last)}`
        }
        synthetic={series.synthetic}
      >
        {trimmed.values.length > 1 ? (
          <AtWidths wide={alone ? WHOLE : HALF}>
            {(width) => (
              <SeriesChart
                series={trimmed}
                width={width}
                what={`${measure.title.toLowerCase()} in ${area.name}`}
                doubtful={series.doubtful}
              />
            )}
          </AtWidths>
        ) : null}
      </Figure>
      <Doubts doubtful={series.doubtful} because={because} />
      {gaps.length === 0 ? null : (
        <p class="w-body">
          {countWords(gaps.length, 'month has', 'months have')} no figure: {nameSome(gaps)}. The line is broken there.
        </p>
      )}
      {hidden.length === 0 ? null : (
        <p class="w-body">
          {countWords(hidden.length, 'month is', 'months are')} not shown: fewer than 5, or would reveal such a figure.
        </p>
      )}
      <p class="w-note w-file">
        {sayOrigins([series]).join(' ')} {saySource(measure.publisher, series, series.files.length)}
      </p>
    </div>
  );
}

/** Doubtful months in words, with the reason; in the chart they are open dots. */
function Doubts({ doubtful, because }: { doubtful: readonly Month[]; because: ShownArea['because'] }) {
  if (doubtful.length === 0) return <p class="w-body">No month is doubtful.</p>;
  return (
    <>
      <p class="w-body">
        <b>{countWords(doubtful.length, 'month is', 'months are')} doubtful</b>, an open dot in the chart, counted in no
        sum:
      </p>
      <ul class="w-body-list">
        {doubtful.slice(-MOST_NAMED).map((month) => (
          <li key={month}>
            {monthName(month)}: {because.get(month) ?? 'the file seems to lack much of it'}.
          </li>
        ))}
        {doubtful.length > MOST_NAMED ? <li>{doubtful.length - MOST_NAMED} earlier ones are in the table.</li> : null}
      </ul>
    </>
  );
}

/** The series from its first to its last figure. */
export function withFigures({ firstMonth, values }: Series): { firstMonth: Month; values: (number | null)[] } {
  const first = values.findIndex((value) => value !== null);
  const last = values.findLastIndex((value) => value !== null);
  return { firstMonth: addMonths(firstMonth, Math.max(0, first)), values: values.slice(Math.max(0, first), last + 1) };
}

function gapsIn({ every }: Measure, { firstMonth, values }: Pick<Series, 'firstMonth' | 'values'>): Month[] {
  if (every !== 'month') return [];
  return values.flatMap((value, at) => (value === null ? [addMonths(firstMonth, at)] : []));
}

function nameSome(months: readonly Month[]): string {
  const named = months.slice(0, MOST_NAMED).map((month) => monthName(month));
  const more = months.length - named.length;
  return `${named.join(', ')}${more === 0 ? '' : ` and ${sayFigure(more)} more`}`;
}
