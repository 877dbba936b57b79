import { type Month, monthNumber } from '../lib/calendar/month.ts';
import { type Column, DataTable } from './data-table.tsx';
import type { MonthlySeries } from './series-geometry.ts';
import { wholeNumber } from './whole-number.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

interface Year {
  year: number;
  /** January to December; undefined outside the series, null where a month has no value. */
  values: (number | null | undefined)[];
}

/** The years a series touches, latest first. */
function byYear(firstMonth: Month, values: MonthlySeries['values']): Year[] {
  const first = monthNumber(firstMonth);
  const firstYear = Math.floor(first / 12);
  const lastYear = Math.floor((first + values.length - 1) / 12);
  return Array.from({ length: lastYear - firstYear + 1 }, (_, index) => {
    const year = lastYear - index;
    return { year, values: MONTHS.map((_, month) => values[year * 12 + month - first]) };
  });
}

/** Sum of a year; undefined unless every month has a value that is not doubtful. */
function yearTotal({ year, values }: Year, doubtful: ReadonlySet<number>): number | undefined {
  const known = values.filter((value, month) => typeof value === 'number' && !doubtful.has(year * 12 + month));
  return known.length === MONTHS.length ? known.reduce<number>((sum, value) => sum + (value ?? 0), 0) : undefined;
}

function written(value: number | null | undefined) {
  if (value === undefined) return null;
  if (value !== null) return wholeNumber(value);
  return (
    <>
      <span aria-hidden="true">–</span>
      <span class="govuk-visually-hidden">no figure</span>
    </>
  );
}

/** A figure of a month whose file seems to lack much of it. */
function writtenDoubtful(value: number) {
  return (
    <>
      {wholeNumber(value)}
      <span aria-hidden="true">?</span>
      <span class="govuk-visually-hidden"> doubtful</span>
    </>
  );
}

export interface MonthTableProps {
  caption: string;
  /** Doubtful months keep their figure and are marked with a question mark. */
  series: MonthlySeries & { doubtful?: readonly Month[] };
}

/** Every month of a series: a row a year, the latest first, with the total of years that are complete and without doubt. */
export function MonthTable({ caption, series }: MonthTableProps) {
  const doubtful = new Set(series.doubtful?.map(monthNumber));
  const columns: Column<Year>[] = [
    { head: 'Year', rowHeader: true, cell: ({ year }) => year },
    ...MONTHS.map((month, index) => ({
      head: month,
      number: true,
      cell: ({ year, values }: Year) => {
        const value = values[index];
        return typeof value === 'number' && doubtful.has(year * 12 + index) ? writtenDoubtful(value) : written(value);
      },
    })),
    { head: 'Total', number: true, cell: (year) => written(yearTotal(year, doubtful)) },
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={byYear(series.firstMonth, series.values)}
      rowKey={({ year }) => String(year)}
      phones="scroll"
      compact
    />
  );
}
