import type { PlannedWard } from '../../../allocation/index.ts';
import { monthName } from '../../../lib/calendar/month.ts';
import { countWords } from '../../../ui/count-words.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { percent } from '../../../ui/percent.ts';
import type { FiguresShown } from '../../figures-shown.ts';
import { wardAddress } from '../../page-address.ts';
import { officersPlusPcsos } from '../../say-officers.ts';
import type { UnitPageModel } from '../../view-models.ts';
import { WARD_TABLE } from './unit-hex-map.tsx';

interface Row {
  code: string;
  name: string;
  borough: string;
  planned: PlannedWard | undefined;
  value: number | undefined;
}

/** The same figures as the map's, by borough, the greatest first. */
export function WardTable({ model, figures }: { model: UnitPageModel; figures: FiguresShown }) {
  const planned = new Map(model.plan?.plan.wards.map((ward) => [ward.code, ward]));
  const rows = model.wards
    .map(
      ({ code, name, borough }): Row => ({
        code,
        name,
        borough,
        planned: planned.get(code),
        value: figures.values.get(code),
      }),
    )
    .toSorted(greatestFirst);
  const sub = tableSub(model, figures);
  const boroughs = [...new Set(rows.map(({ borough }) => borough))].toSorted();
  return (
    <div>
      <DataTable<Row>
        id={WARD_TABLE}
        caption={figures.values.size === 0 ? 'Wards' : `Wards, by ${figures.what}`}
        {...(sub === '' ? {} : { sub })}
        synthetic={figures.synthetic || model.plan?.plan.synthetic === true}
        columns={columnsFor(model, figures)}
        sections={boroughs.map((borough) => {
          const within = rows.filter((row) => row.borough === borough);
          return { heading: boroughHeading(borough, within), kind: 'group', rows: within };
        })}
        rowKey={({ code }) => code}
        compact
      />
      {figures.source === undefined ? null : <p class="w-note w-file">{figures.source}</p>}
    </div>
  );
}

/** By value, then by share of demand, then by name. */
function greatestFirst(a: Row, b: Row): number {
  return (
    (b.value ?? -1) - (a.value ?? -1) ||
    (b.planned?.demandShare ?? 0) - (a.planned?.demandShare ?? 0) ||
    (a.name < b.name ? -1 : 1)
  );
}

function columnsFor(model: UnitPageModel, figures: FiguresShown): Column<Row>[] {
  const figure: Column<Row> = {
    head: figures.head,
    number: true,
    cell: ({ value }) => (value === undefined ? <NoFigure /> : figures.format(value)),
  };
  return [
    {
      head: 'Ward',
      rowHeader: true,
      cell: ({ code, name }) => (
        <a class="govuk-link" href={wardAddress(code, model)}>
          {name}
        </a>
      ),
    },
    ...(isPlanned(model) ? OF_THE_PLAN : []),
    ...(model.shown.kind === 'measure' ? [figure] : []),
  ];
}

/** What the plan gives each ward; left out when it has none of them. */
const OF_THE_PLAN: Column<Row>[] = [
  {
    head: 'Officers + PCSOs',
    number: true,
    cell: ({ planned }) => (planned === undefined ? <NoFigure /> : officersPlusPcsos(planned)),
  },
  {
    head: 'Share of demand',
    number: true,
    cell: ({ planned }) => (planned === undefined ? <NoFigure /> : percent(planned.demandShare)),
  },
];

function NoFigure() {
  return (
    <>
      <span aria-hidden="true">–</span>
      <span class="govuk-visually-hidden">no figure</span>
    </>
  );
}

function boroughHeading(borough: string, rows: Row[]): string {
  const wards = `${borough}: ${countWords(rows.length, 'ward')}`;
  if (rows.some(({ planned }) => planned === undefined)) return wards;
  return `${wards}, ${countWords(
    rows.reduce((sum, { planned }) => sum + (planned?.dwo ?? 0), 0),
    'officer',
  )}`;
}

/** Whether the plan in force has any of the wards shown. */
function isPlanned({ plan, wards }: UnitPageModel): boolean {
  return wards.some(({ code }) => plan?.plan.wards.some((ward) => ward.code === code));
}

function tableSub(model: UnitPageModel, figures: FiguresShown): string {
  const measured = model.shown.kind === 'measure' ? figures.sub : '';
  if (!isPlanned(model)) return measured;
  const window = model.plan?.plan.window;
  const demand = window ? `Demand: ${window.months} months to ${monthName(window.to)}. ` : '';
  return `Officers + PCSOs. ${demand}${measured}`.trim();
}
