import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { NoFigure } from '../../../ui/no-figure.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { WhiskerAxis, WhiskerDrawing, WhiskerKey } from '../../../ui/whisker-drawing.tsx';
import { type WhiskerScale, whiskerScale } from '../../../ui/whisker-scale.ts';
import { wholeNumber } from '../../../ui/whole-number.ts';
import { isClear } from '../../comparison/judged-by-years.ts';
import { nameRow } from '../../comparison/name-row.ts';
import type { ComparisonRow, ComparisonTable } from '../../model.ts';
import { measurePerformanceAddress } from '../performance-address.ts';
import { BearingCell } from './bearing-cell.tsx';
import { ChangeCell, ForceChange } from './change-cell.tsx';
import { shortPeriod } from './period-choices.ts';
import { rangeDrawn, ratioDrawn } from './range-drawn.ts';

/** Pixels of the column of ranges. */
const WIDTH = 230;

/** The comparison of a set of measures: the counts, the change, its range on one scale, and what it can bear. */
export function ComparisonSection({ table }: { table: ComparisonTable }) {
  const { rows, synthetic } = table;
  const scale = whiskerScale(rows.map(rangeDrawn), WIDTH);
  const groups = [...new Set(rows.map(({ group }) => group))];
  return (
    <>
      <WhiskerKey />
      <DataTable<ComparisonRow>
        id="comparison"
        caption={table.set.title}
        sub={sub(table)}
        synthetic={synthetic}
        columns={columnsOf(table, scale)}
        sections={groups.map((group) => ({
          heading: group,
          kind: 'group',
          rows: rows.filter((row) => row.group === group),
        }))}
        rowKey={({ measureName }) => measureName}
        phones="stack"
      />
    </>
  );
}

function sub({ rows, compares, periods: { current, previous } }: ComparisonTable): string {
  const [now, before] = [wholeNumber(current.days), wholeNumber(previous.days)];
  const days =
    compares === 'daily rates'
      ? ` ${now} days against ${before}: counts are as recorded, changes of what there was a day.`
      : current.days === previous.days
        ? ` ${now} days in each period.`
        : '';
  const polarities = new Set(rows.map(({ polarity }) => polarity));
  const better =
    polarities.size > 1
      ? 'Beside each row stands whether fewer is better.'
      : polarities.has('more is worse')
        ? 'For every row, fewer is better for victims.'
        : polarities.has('more is better')
          ? 'For every row, more is better.'
          : '';
  return `Recorded offences.${days} ${better}`.trim();
}

function columnsOf(table: ComparisonTable, scale: WhiskerScale): Column<ComparisonRow>[] {
  const { area, periods, rows, compares } = table;
  const aDay = compares === 'daily rates' ? ' a day' : '';
  const mixed = new Set(rows.map(({ polarity }) => polarity)).size > 1;
  const withForce = rows.some(({ forceWide }) => forceWide !== null);
  return [
    {
      head: 'Offence',
      rowHeader: true,
      cell: (row) => (
        <span>
          <a class="govuk-link" href={measurePerformanceAddress(row.measureName, area.word)}>
            {nameRow(row)}
          </a>
          {row.backCast ? (
            <>
              {' '}
              <Tag text="Back-cast" />
            </>
          ) : null}
          {mixed ? <small class="w-line-of-own">{POLARITY[row.polarity]}</small> : null}
        </span>
      ),
    },
    { head: shortPeriod(periods.current), number: true, cell: ({ current }) => <Count value={current} /> },
    { head: shortPeriod(periods.previous), number: true, cell: ({ previous }) => <Count value={previous} /> },
    { head: `Change${aDay}`, number: true, cell: (row) => <Change row={row} /> },
    ...(withForce ? [{ ...FORCE_WIDE, head: `Whole force${aDay === '' ? '' : ','}${aDay}` }] : []),
    {
      head: `Range of the true change${aDay}`,
      underHead: <WhiskerAxis scale={scale} />,
      full: true,
      cell: (row) => (row.missing === null ? <Range row={row} scale={scale} compares={compares} /> : null),
    },
    { head: 'What it can bear', full: true, cell: (row) => <BearingCell row={row} /> },
  ];
}

const POLARITY: Record<ComparisonRow['polarity'], string> = {
  'more is worse': 'fewer is better',
  'more is better': 'more is better',
  neither: 'neither is better',
};

const FORCE_WIDE: Column<ComparisonRow> = {
  head: 'Whole force',
  number: true,
  cell: ({ forceWide }) =>
    forceWide === null || forceWide.percentChange === null ? (
      <NoFigure />
    ) : (
      <ForceChange percentChange={forceWide.percentChange} />
    ),
};

function Count({ value }: { value: number | null }) {
  return value === null ? <NoFigure /> : <span>{wholeNumber(value)}</span>;
}

function Change({ row: { percentChange, direction, smallNumbers } }: { row: ComparisonRow }) {
  if (smallNumbers) return <NoFigure because="too few for a percentage" />;
  return percentChange === null || direction === null ? (
    <NoFigure because="no percentage" />
  ) : (
    <ChangeCell percentChange={percentChange} direction={direction} />
  );
}

/** On phones, where rows are stacked, each range has the labels of the scale beneath it. */
function Range({
  row,
  scale,
  compares,
}: {
  row: ComparisonRow;
  scale: WhiskerScale;
  compares: ComparisonTable['compares'];
}) {
  return (
    <span>
      <WhiskerDrawing scale={scale} range={rangeDrawn(row)} ratio={ratioDrawn(row, compares)} clear={isClear(row)} />
      {rangeDrawn(row) === null ? null : (
        <span class="w-stacked-only">
          <WhiskerAxis scale={scale} />
        </span>
      )}
    </span>
  );
}
