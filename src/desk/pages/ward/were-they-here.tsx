import { type Month, monthName } from '../../../lib/calendar/month.ts';
import {
  awayMinutesOf,
  hourPartsOf,
  hoursWords,
  type MonthReport,
  sayHere,
  sayTogether,
  standingFor,
  type WardHere,
  wholeHours,
  wholeShares,
} from '../../../ringfence/index.ts';
import { andList } from '../../../ui/and-list.ts';
import { Answer } from '../../../ui/answer.tsx';
import { AtWidths } from '../../../ui/at-widths.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { HoursBar, HoursKey, HoursPatterns } from '../../../ui/hours-bar.tsx';
import { percent } from '../../../ui/percent.ts';
import { QuestionHeading } from '../../../ui/question-heading.tsx';
import type { WardPageModel } from '../../view-models.ts';
import { WhyTheyWereAway } from './why-they-were-away.tsx';

/** Were they here? The last twelve months that are public, why they were away, and the rule. */
export function WereTheyHere({ here, ward }: WardPageModel) {
  const [latest] = here.months;
  return (
    <section class="w-section" aria-labelledby="q2">
      <QuestionHeading number={2} />
      {latest === undefined ? (
        <NotYet here={here} />
      ) : (
        <>
          <HoursPatterns />
          <LatestMonth report={latest} />
          <div class="w-cols w-cols--main">
            <div>
              <MonthsTable months={here.months} />
              <p class="w-body">
                <a class="govuk-link" href={`/ringfence?ward=${ward.code}`}>
                  The whole report of {ward.name}
                </a>
              </p>
            </div>
            <WhyTheyWereAway here={here} latest={latest} ward={ward} />
          </div>
        </>
      )}
    </section>
  );
}

function NotYet({ here }: { here: WardHere }) {
  return (
    <>
      <p class="w-answer">
        <b>Not recorded yet.</b> No month of this ward’s duties is closed.
      </p>
      {here.before === null ? null : (
        <p class="w-body">
          {here.before.sentence} None of that is ruled: the force’s table names no event, no order and no reason.
        </p>
      )}
      <p class="w-body">
        <a class="govuk-link" href="/ringfence">
          How it is counted, and what there is
        </a>
      </p>
    </>
  );
}

function LatestMonth({ report }: { report: MonthReport }) {
  const { minutes, together } = standingFor(report);
  const { figure, rest } = sayHere(minutes, report.month);
  return (
    <>
      <Answer figure={figure} synthetic={report.synthetic}>
        {rest}
      </Answer>
      {together === null ? null : <p class="w-body">{sayTogether(report.area, together)}</p>}
      {report.complete || together !== null ? null : <p class="w-body">{report.completeness}</p>}
    </>
  );
}

function MonthsTable({ months }: { months: readonly MonthReport[] }) {
  const rows = months.map((report) => ({ report, ...standingFor(report) }));
  const full = Math.max(...rows.map(({ minutes }) => minutes.availableMinutes), 1);
  const presumed = rows.some(({ minutes }) => minutes.presumedMinutes > 0);
  const synthetic = months.some((each) => each.synthetic);
  const incomplete = rows
    .filter(({ report, together }) => !report.complete && together === null)
    .map(({ report }) => report.month);
  return (
    <>
      <HoursKey
        shown={rows.map(({ minutes }) => hourPartsOf(minutes))}
        names={{ exception: 'Exception: Carnival, New Year’s Eve or a major emergency' }}
      />
      <DataTable
        caption="Officer hours by month"
        sub={`Rostered hours on ward duty.${presumed ? ' Kept: confirmed + presumed.' : ''}`}
        synthetic={synthetic}
        compact
        rows={rows}
        rowKey={({ report }) => report.month}
        columns={[
          {
            head: 'Month',
            rowHeader: true,
            cell: ({ report, together }) => (
              <span class="w-nw">
                {shortMonth(report.month)}
                {together === null ? null : ' *'}
              </span>
            ),
          },
          {
            head: 'Where the hours went',
            cell: ({ minutes }) => (
              <AtWidths tiny={84} narrow={108} wide={370}>
                {(width) => <HoursBar parts={hourPartsOf(minutes)} full={full} width={width} />}
              </AtWidths>
            ),
          },
          {
            head: 'Away',
            number: true,
            cell: ({ minutes }) => <span class="w-nw">{wholeHours(awayMinutesOf(minutes))} h</span>,
          },
          { head: 'Kept', number: true, cell: ({ minutes }) => <span class="w-nw">{sayKept(minutes, presumed)}</span> },
        ]}
      />
      <p class="w-note">{sayMonths(rows)}</p>
      {incomplete.length === 0 ? null : (
        <p class="w-note">Not complete, and shown all the same: {andList(incomplete.map(monthName))}.</p>
      )}
      {rows.some(({ together }) => together !== null) ? (
        <p class="w-note">* Together with other wards: fewer than 3 officers, or would reveal such a figure.</p>
      ) : null}
    </>
  );
}

type Row = ReturnType<typeof standingFor> & { report: MonthReport };

function sayKept(minutes: Row['minutes'], presumed: boolean): string {
  const shares = wholeShares(minutes);
  if (shares === null) return '–';
  return presumed ? `${shares.confirmed} + ${shares.presumed}%` : `${shares.confirmed}%`;
}

/** The months in which the ward has figures of its own, together: what was kept, and what was not. */
function sayMonths(all: readonly Row[]): string {
  const rows = all.filter(({ together }) => together === null);
  if (rows.length === 0) return 'In none of these months has the ward figures of its own, so they are not added up.';
  const sum = (of: (minutes: Row['minutes']) => number) => rows.reduce((total, { minutes }) => total + of(minutes), 0);
  const rostered = sum(({ availableMinutes }) => availableMinutes);
  if (rostered === 0) return 'No duty was rostered.';
  const presumed = sum(({ presumedMinutes }) => presumedMinutes);
  const kept = presumed + sum(({ confirmedMinutes }) => confirmedMinutes);
  const split = presumed > 0 ? `, ${wholeHours(presumed)} of them presumed` : '';
  const named: [number, string][] = [
    [sum(({ exceptionMinutes }) => exceptionMinutes), 'exceptions'],
    [sum(({ permittedMinutes }) => permittedMinutes), 'permitted absences'],
    [sum(({ breachMinutes }) => breachMinutes), 'breaches'],
    [sum(({ unruledMinutes }) => unruledMinutes), 'absences that are not ruled'],
  ];
  const parts = named
    .filter(([minutes]) => minutes > 0)
    .map(([minutes, name]) => `, ${hoursWords(minutes)} of ${name}`);
  const own = rows.length === 1 ? 'One month' : `${rows.length} months`;
  const months =
    rows.length === all.length
      ? own
      : `${rows.length} of ${all.length} months, in which the ward has figures of its own`;
  return `${months}: ${wholeHours(kept)} of ${hoursWords(rostered)} kept (${percent(kept / rostered, 0)}${split})${parts.join('')}.`;
}

const shortMonth = (month: Month): string => `${monthName(month).slice(0, 3)} ${month.slice(0, 4)}`;
