import { type Month, monthName } from '../../../lib/calendar/month.ts';
import { AtWidths } from '../../../ui/at-widths.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Figure } from '../../../ui/figure.tsx';
import { MonthTable } from '../../../ui/month-table.tsx';
import { SeriesChart } from '../../../ui/series-chart.tsx';
import { wholeNumber } from '../../../ui/whole-number.ts';
import { monthsText } from '../../pages/months-text.ts';
import { sayIncidents, typeTitle } from '../counted-kinds.ts';
import type { AreaCount, CountedArea } from '../model.ts';

const WIDTH = 1080;
/** Months named in a sentence; more are left to the table. */
const MOST_NAMED = 6;

export interface AreaSectionProps {
  id: string;
  area: CountedArea;
  count: AreaCount;
  /** True when the page is about this area only, and its total is said already. */
  alone: boolean;
}

/** One area: what to know of its figure, its months in a chart and a table, its types. */
export function AreaSection({ id, area, count, alone }: AreaSectionProps) {
  const { name, incidents, types, notes } = area;
  return (
    <section class="w-section" aria-labelledby={id}>
      <h2 class="w-h2 w-file" id={id} tabIndex={-1}>
        {alone ? 'Month by month' : `${name}: ${lowerFirst(sayIncidents(count, incidents))}`}
      </h2>
      {notes.length === 0 ? null : (
        <ul class="w-body-list">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <Months area={area} count={count} />
      {types.length === 0 ? null : (
        <div class="w-months">
          <DataTable
            caption={`Types in ${name}`}
            columns={[
              { head: 'Type', rowHeader: true, cell: ({ type }) => typeTitle(count.source, type) },
              { head: 'Incidents', number: true, cell: (each) => wholeNumber(each.incidents) },
            ]}
            rows={types}
            rowKey={({ type }) => type}
          />
        </div>
      )}
    </section>
  );
}

function Months({ area, count }: { area: CountedArea; count: AreaCount }) {
  const partial = area.months.filter(({ isPartial }) => isPartial).map(({ month }) => month);
  const unknown = area.months.filter(({ incidents }) => incidents === null).map(({ month }) => month);
  const series = {
    firstMonth: count.from,
    values: area.months.map(({ incidents }) => incidents),
    doubtful: partial,
  };
  return (
    <>
      {area.months.length < 2 || area.incidents === null ? null : (
        <Figure
          title={`${sayIncidents(count, area.incidents)} in ${area.name}`}
          sub={`Incidents each month, ${monthsText(count.from, count.to)}`}
        >
          <AtWidths wide={WIDTH}>
            {(width) => (
              <SeriesChart series={series} width={width} what={`incidents in ${area.name}`} doubtful={partial} />
            )}
          </AtWidths>
        </Figure>
      )}
      {unknown.length === 0 ? null : (
        <p class="w-body">No file covers the area in {nameSome(unknown)}. The line is broken there.</p>
      )}
      {partial.length === 0 ? null : (
        <p class="w-body">Part of the whole: {nameSome(partial)}. An open dot and a question mark say so.</p>
      )}
      <MonthTable caption={`Incidents in ${area.name} by month`} series={series} />
    </>
  );
}

function nameSome(months: readonly Month[]): string {
  const named = months.slice(0, MOST_NAMED).map((month) => monthName(month));
  const more = months.length - named.length;
  return `${named.join(', ')}${more === 0 ? '' : ` and ${wholeNumber(more)} more`}`;
}

const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
