import { type Column, DataTable } from '../../ui/data-table.tsx';
import { NoFigure } from '../../ui/no-figure.tsx';
import { wholeNumber } from '../../ui/whole-number.ts';
import type { RatedWard, WardBeside, WardsComparison } from './model.ts';
import { sayRate, sayStanding, sayVisited, standingOf } from './say-wards.ts';

/** Every ward by name, with the range of its rate: never ranked. */
export function WardsTable({ shown, countsTest }: { shown: WardsComparison; countsTest: boolean }) {
  const { wards, measure, period } = shown.beside;
  return (
    <DataTable<WardBeside>
      id="wards"
      caption={`${measure.title} by ward, ${period.label}`}
      sub="By name. The range is where the ward’s true rate could lie (95%), by its count alone."
      synthetic={shown.synthetic}
      columns={columnsOf(shown, countsTest)}
      rows={[...wards]}
      rowKey={({ area }) => area.word}
      phones="stack"
    />
  );
}

function columnsOf({ place, beside }: WardsComparison, countsTest: boolean): Column<WardBeside>[] {
  const rated = (head: string, say: (rated: RatedWard) => string): Column<WardBeside> => ({
    ...{ head, number: true },
    cell: ({ rated: each }) => (each === null ? <NoFigure /> : say(each)),
  });
  return [
    {
      head: 'Ward',
      rowHeader: true,
      cell: ({ area }) => (
        <span>
          <a
            class="govuk-link"
            href={`/performance/measures/${encodeURIComponent(beside.measure.name)}?area=${encodeURIComponent(area.word)}`}
          >
            {area.name}
          </a>
          {place.kind === 'unit' ? <small class="w-line-of-own">{area.boroughName}</small> : null}
        </span>
      ),
    },
    rated('Count', ({ count }) => wholeNumber(count)),
    rated('Residents', ({ residents }) => wholeNumber(residents)),
    rated('For each 1,000', ({ ratePer1000 }) => sayRate(ratePer1000)),
    rated('Range', ({ rateInterval: [low, high] }) => `${sayRate(low)} to ${sayRate(high)}`),
    { head: 'What it can bear', full: true, cell: (ward) => <Bearing ward={ward} countsTest={countsTest} /> },
  ];
}

function Bearing({ ward: { rated, missing, visited }, countsTest }: { ward: WardBeside; countsTest: boolean }) {
  if (rated === null) return <span>{missing}</span>;
  const standing = standingOf(rated, countsTest);
  const words = sayStanding(standing, countsTest);
  return (
    <span>
      {standing.outside === null ? words : <b>{words}</b>}
      {visited === null ? null : <small class="w-line-of-own">{sayVisited(visited)}</small>}
    </span>
  );
}
