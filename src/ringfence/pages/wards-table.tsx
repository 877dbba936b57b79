import { AtWidths } from '../../ui/at-widths.tsx';
import { type Column, DataTable, type Section } from '../../ui/data-table.tsx';
import { HoursBar, HoursKey } from '../../ui/hours-bar.tsx';
import type { MonthReport, TogetherRow, WardRow } from '../reports/model.ts';
import { hourPartsOf } from './hour-parts-of.ts';
import { wholeShares } from './say-here.ts';
import { wholeHours } from './whole-hours.ts';

type Row = (WardRow | TogetherRow) & { shown: string; href: string | null };

/** Every ward with where its hours went, by borough; wards that cannot be told apart stand together. */
export function WardsTable({
  report,
  boroughNames,
}: {
  report: MonthReport;
  boroughNames: ReadonlyMap<string, string>;
}) {
  const rows = [...report.wards.map((row) => wardRow(row, report)), ...report.together.map(togetherRow)];
  if (rows.length === 0) return <p class="w-body">No ward had ward duty in this month.</p>;
  const full = Math.max(...rows.map(({ availableMinutes }) => availableMinutes), 1);
  return (
    <>
      <HoursKey
        shown={rows.map(hourPartsOf)}
        names={{ exception: 'Exception: Carnival, New Year’s Eve or a major emergency' }}
      />
      <div class="w-hours-rows">
        <DataTable
          caption="Where the hours went, ward by ward"
          sub="Hours of rostered ward duty. On the ward: confirmed + presumed, in per cent."
          synthetic={report.synthetic}
          compact
          phones="stack"
          columns={columnsOf(rows, full)}
          sections={sectionsOf(rows, boroughNames)}
          rowKey={({ shown }) => shown}
          id="wards"
        />
      </div>
    </>
  );
}

function columnsOf(rows: readonly Row[], full: number): Column<Row>[] {
  const hours = (head: string, of: 'exceptionMinutes' | 'permittedMinutes' | 'breachMinutes' | 'unruledMinutes') =>
    rows.some((row) => row[of] > 0)
      ? [{ head, number: true, cell: (row: Row) => (row[of] === 0 ? '–' : wholeHours(row[of])) }]
      : [];
  return [
    {
      head: 'Ward',
      rowHeader: true,
      cell: ({ shown, href }) =>
        href === null ? (
          shown
        ) : (
          <a class="govuk-link" href={href}>
            {shown}
          </a>
        ),
    },
    {
      head: 'Where the hours went',
      full: true,
      cell: (row) => (
        <AtWidths tiny={130} narrow={145} wide={380}>
          {(width) => <HoursBar parts={hourPartsOf(row)} full={full} width={width} />}
        </AtWidths>
      ),
    },
    { head: 'Hours', number: true, cell: ({ availableMinutes }) => wholeHours(availableMinutes) },
    { head: 'On the ward', number: true, cell: keptWords },
    ...hours('Breach', 'breachMinutes'),
    ...hours('Exception', 'exceptionMinutes'),
    ...hours('Permitted', 'permittedMinutes'),
    ...hours('Not ruled', 'unruledMinutes'),
  ];
}

function keptWords(row: Row) {
  const shares = wholeShares(row);
  if (shares === null) return '–';
  return <span class="w-nw">{`${shares.confirmed} + ${shares.presumed}%`}</span>;
}

/** A class of posts is named where the ward has rows for more than one. */
function wardRow(row: WardRow, { wards, month }: MonthReport): Row {
  const several = wards.filter(({ code }) => code === row.code).length > 1;
  const shown = several ? `${row.name}, ${CLASS_WORDS[row.postClass]}` : row.name;
  return { ...row, shown, href: `/ringfence?ward=${row.code}&month=${month}` };
}

const CLASS_WORDS: Readonly<Record<WardRow['postClass'], string>> = {
  floor: 'floor officers',
  extra: 'extra officers',
  pcso: 'PCSOs',
  all: 'all posts',
};

const togetherRow = (row: TogetherRow): Row => ({
  ...row,
  shown: `${row.wards.map(({ name }) => name).join(', ')} together`,
  href: null,
});

function sectionsOf(rows: readonly Row[], boroughNames: ReadonlyMap<string, string>): Section<Row>[] {
  const codes = [...new Set(rows.map(({ boroughCode }) => boroughCode))];
  return codes.map((code) => ({
    ...(codes.length < 2
      ? {}
      : { heading: code === null ? 'Several boroughs' : (boroughNames.get(code) ?? code), kind: 'group' as const }),
    rows: rows.filter(({ boroughCode }) => boroughCode === code),
  }));
}
