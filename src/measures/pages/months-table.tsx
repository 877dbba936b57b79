import { addMonths, type Month, monthName, monthsBetween } from '../../lib/calendar/month.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Details } from '../../ui/details.tsx';
import type { Measure, Origin, Series } from '../model.ts';
import { withFigures } from './area-chart.tsx';
import type { ShownArea } from './model.ts';
import { sayFigure } from './say-measure.ts';

/** Rows from which the table is folded. */
const LONG = 24;

interface Row {
  month: Month;
  values: (number | null)[];
  doubtful: boolean[];
  hidden: boolean[];
  origin: string;
}

/** Every month with every area's figure, the latest first: doubt as a word in the cell, the origin where it changes. */
export function MonthsTable({ measure, shown }: { measure: Measure; shown: readonly ShownArea[] }) {
  const rows = rowsOf(measure, shown);
  const origins = new Set(rows.map(({ origin }) => origin).filter((origin) => origin !== ''));
  const columns: Column<Row>[] = [
    { head: 'Month', rowHeader: true, cell: ({ month }) => <span class="w-nw">{monthName(month)}</span> },
    ...shown.map(({ area }, at) => ({
      head: `${area.name}, ${measure.unit}`,
      number: true,
      cell: ({ values, doubtful, hidden }: Row) => (
        <Value value={values[at] ?? null} doubtful={doubtful[at] ?? false} hidden={hidden[at] ?? false} />
      ),
    })),
    ...(origins.size > 1 ? [{ head: 'Origin', cell: ({ origin }: Row) => origin }] : []),
  ];
  const table = (
    <div class="w-months">
      <DataTable<Row>
        caption={`${measure.title} by month`}
        sub="The latest first"
        synthetic={shown.some(({ series }) => series.synthetic)}
        columns={columns}
        rows={rows}
        rowKey={({ month }) => month}
        phones="scroll"
        compact
      />
    </div>
  );
  return rows.length > LONG ? <Details summary={`All ${rows.length} months as a table`}>{table}</Details> : table;
}

function rowsOf({ every }: Measure, shown: readonly ShownArea[]): Row[] {
  const spans = shown.map(({ series }) => withFigures(series));
  const first = spans.map(({ firstMonth }) => firstMonth).toSorted()[0];
  const last = spans
    .map(({ firstMonth, values }) => addMonths(firstMonth, values.length - 1))
    .toSorted()
    .at(-1);
  if (first === undefined || last === undefined) return [];
  return Array.from({ length: monthsBetween(first, last) + 1 }, (_, at): Row => {
    const month = addMonths(last, -at);
    return {
      month,
      values: shown.map(({ series }) => inMonth(series, series.values, month)),
      doubtful: shown.map(({ series }) => series.doubtful.includes(month)),
      hidden: shown.map(({ series }) => series.hidden?.includes(month) === true),
      origin: [
        ...new Set(
          shown.map(({ series }) => inMonth<Origin>(series, series.origins, month)).filter((each) => each !== null),
        ),
      ].join('; '),
    };
  }).filter(({ values }) => every === 'month' || values.some((value) => value !== null));
}

function inMonth<Thing>({ firstMonth }: Series, things: readonly (Thing | null)[], month: Month): Thing | null {
  return things[monthsBetween(firstMonth, month)] ?? null;
}

function Value({ value, doubtful, hidden }: { value: number | null; doubtful: boolean; hidden: boolean }) {
  if (hidden) return <small>not shown</small>;
  if (value === null)
    return (
      <>
        <span aria-hidden="true">–</span>
        <span class="govuk-visually-hidden">no figure</span>
      </>
    );
  return (
    <>
      {doubtful ? <small>doubtful </small> : null}
      {sayFigure(value)}
    </>
  );
}
